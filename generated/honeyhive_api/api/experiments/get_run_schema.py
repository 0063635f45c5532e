# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}/schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.date_range import DateRange
    from ...models.events_schema import EventsSchema

OPERATION = OPERATIONS["getRunSchema"]


def build_request(
    run_id: str,
    *,
    date_range: DateRange | Mapping[str, Any] | None = None,
) -> Request:
    """List the fields that occur in the events of one run.

    Names the fields, the datasets and how fields map onto them.

    Args:
        run_id: The id of the run, a UUID.
        date_range: Only what lies in this range of time. It travels as JSON text.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs/{run_id}/schema`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "run_id": run_id,
    }
    query_: dict[str, Any] = {}
    if date_range is not None:
        query_["dateRange"] = date_range

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> EventsSchema:
    """What was answered: The fields.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.events_schema import EventsSchema

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventsSchema.from_dict(data or {})
