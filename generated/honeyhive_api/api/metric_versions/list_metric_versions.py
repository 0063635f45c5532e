# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/metrics/{metric_id}/versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.metric_version_list import MetricVersionList

OPERATION = OPERATIONS["listMetricVersions"]


def build_request(
    metric_id: str,
) -> Request:
    """List the versions of a metric, oldest first.

    The answer is not paged.

    Args:
        metric_id: The id of the metric.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/metrics/{metric_id}/versions`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "metric_id": metric_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> MetricVersionList:
    """What was answered: The versions.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.metric_version_list import MetricVersionList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return MetricVersionList.from_dict(data or {})
