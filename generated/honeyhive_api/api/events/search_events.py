# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events/search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_filter import EventFilter
    from ...models.event_list import EventList
    from ...models.search_date_range import SearchDateRange

OPERATION = OPERATIONS["searchEvents"]


def build_request(
    *,
    filters: Sequence[EventFilter | Mapping[str, Any]] | None = None,
    date_range: SearchDateRange | Mapping[str, Any] | None = None,
    limit: int | None = None,
    page: int | None = None,
    ignore_order: bool | None = None,
    evaluation_id: str | None = None,
) -> Request:
    """Find events, newest first, a page at a time.

    An event is found when it meets every filter. `count` is the number of events that match.

    Args:
        filters: The conditions that an event has to meet, all of them.
        date_range: A range of time; both ends belong to it.
        limit: How many events a page holds, at most 1000, which is also what it holds when this is left
            out.
        page: Which page, counted from 1.
        ignore_order: Has no effect. Deprecated.
        evaluation_id: Only events of this experiment run.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/events/search`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if filters is not None:
        body_["filters"] = filters

    if date_range is not None:
        body_["dateRange"] = date_range

    if limit is not None:
        body_["limit"] = limit

    if page is not None:
        body_["page"] = page

    if ignore_order is not None:
        body_["ignore_order"] = ignore_order

    if evaluation_id is not None:
        body_["evaluation_id"] = evaluation_id

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> EventList:
    """What was answered: One page of events.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.event_list import EventList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventList.from_dict(data or {})
