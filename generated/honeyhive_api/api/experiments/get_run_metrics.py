# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}/metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.date_range import DateRange
    from ...models.event_filter import EventFilter
    from ...models.run_metrics import RunMetrics

OPERATION = OPERATIONS["getRunMetrics"]


def build_request(
    run_id: str,
    *,
    date_range: DateRange | Mapping[str, Any] | None = None,
    filters: Sequence[EventFilter | Mapping[str, Any]] | None = None,
) -> Request:
    """List the events of a run with their metrics.

    The answer is not paged.

    Args:
        run_id: The id of the run, a UUID.
        date_range: Only what lies in this range of time. It travels as JSON text.
        filters: The conditions that an event has to meet, all of them. They travel as JSON text.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs/{run_id}/metrics`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "run_id": run_id,
    }
    query_: dict[str, Any] = {}
    if date_range is not None:
        query_["dateRange"] = date_range

    if filters is not None:
        query_["filters"] = filters

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> RunMetrics:
    """What was answered: The events.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_metrics import RunMetrics

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunMetrics.from_dict(data or {})
