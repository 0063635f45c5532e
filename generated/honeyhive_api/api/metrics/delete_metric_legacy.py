# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.deleted import Deleted

OPERATION = OPERATIONS["deleteMetricLegacy"]


def build_request(
    *,
    metric_id: str,
) -> Request:
    """Delete a metric whose id is in the query.

    Does what `DELETE /v1/metrics/{metric_id}` does.

    Deprecated: use DELETE /v1/metrics/{metric_id}.

    Args:
        metric_id: The id of the metric.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/metrics`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    query_["metric_id"] = metric_id

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> Deleted:
    """What was answered: It is deleted.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.deleted import Deleted

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return Deleted.from_dict(data or {})
