# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/events/schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.events_schema import EventsSchema

OPERATION = OPERATIONS["getEventsSchema"]


def build_request(
    *,
    date_range: Mapping[str, Any] | None = None,
    evaluation_id: str | None = None,
) -> Request:
    """List the fields that occur in the stored events.

    Names the fields, the datasets and how fields map onto them.

    Deprecated: use GET /v1/runs/{run_id}/schema or GET /v1/runs/schema.

    Args:
        date_range: Only events in this range of time, as JSON text of an object with `$gte` and `$lte`.
        evaluation_id: Only events of this experiment run.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/events/schema`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if date_range is not None:
        query_["dateRange"] = date_range

    if evaluation_id is not None:
        query_["evaluation_id"] = evaluation_id

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> EventsSchema:
    """What was answered: The fields.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.events_schema import EventsSchema

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventsSchema.from_dict(data or {})
