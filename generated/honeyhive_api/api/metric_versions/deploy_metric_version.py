# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/{metric_id}/versions/{version_name}/deploy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.metric_version_reply import MetricVersionReply

OPERATION = OPERATIONS["deployMetricVersion"]


def build_request(
    metric_id: str,
    version_name: str,
) -> Request:
    """Make a version of a metric the one in use.

    The version that was in use is so no longer. The request has no body.

    Args:
        metric_id: The id of the metric.
        version_name: The name of the version.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/metrics/{metric_id}/versions/{version_name}/deploy`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "metric_id": metric_id,
        "version_name": version_name,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> MetricVersionReply:
    """What was answered: The version.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.metric_version_reply import MetricVersionReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return MetricVersionReply.from_dict(data or {})
