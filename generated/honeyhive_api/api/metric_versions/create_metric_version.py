# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/{metric_id}/versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.metric_definition import MetricDefinition
    from ...models.metric_version_reply import MetricVersionReply

OPERATION = OPERATIONS["createMetricVersion"]


def build_request(
    metric_id: str,
    *,
    message: str,
    content: MetricDefinition | Mapping[str, Any],
    deploy_immediately: bool | None = None,
) -> Request:
    """Add a version to a metric.

    It is a draft unless `deploy_immediately` is true. A metric of the kind `LLM` needs a provider and a
    model; one of the kind `HUMAN` judges events as they come in unless it says otherwise.

    Args:
        metric_id: The id of the metric.
        message: What is new in it.
        content: A metric as it is sent whole.
        deploy_immediately: Whether it is in use at once.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/metrics/{metric_id}/versions`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "metric_id": metric_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["message"] = message

    body_["content"] = content

    if deploy_immediately is not None:
        body_["deploy_immediately"] = deploy_immediately

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> MetricVersionReply:
    """What was answered: The version.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.metric_version_reply import MetricVersionReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return MetricVersionReply.from_dict(data or {})
