# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.metric_list import MetricList

OPERATION = OPERATIONS["listMetrics"]


def build_request(
    *,
    type: str | None = None,
    id: str | None = None,
) -> Request:
    """List the metrics of the project.

    The answer is not paged.

    Args:
        type: Only metrics of this kind, as in `LLM`.
        id: Only the metric with this id.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/metrics`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if type is not None:
        query_["type"] = type

    if id is not None:
        query_["id"] = id

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> MetricList:
    """What was answered: The metrics found.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.metric_list import MetricList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return MetricList.from_dict(data or {})
