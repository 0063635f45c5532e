# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events/export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_list import EventList
    from ...models.export_date_range import ExportDateRange
    from ...models.filter_ import Filter

OPERATION = OPERATIONS["exportEvents"]


def build_request(
    *,
    filters: Sequence[Filter | Mapping[str, Any]] | None = None,
    date_range: ExportDateRange | Mapping[str, Any] | None = None,
    projections: Sequence[str] | None = None,
    limit: int | None = None,
    page: int | None = None,
    ignore_order: bool | None = None,
    evaluation_id: str | None = None,
) -> Request:
    """Export events that match the filters.

    Pages may hold up to 7500 events and take long to make.

    Deprecated: use POST /v1/events/search.

    Args:
        filters: The conditions that an event has to meet, all of them.
        date_range: A range of time; both ends belong to it.
        projections: The fields to return; all of them when left out.
        limit: How many events a page holds, at most 7500; 1000 when left out.
        page: Which page, counted from 1.
        ignore_order: Whether the order may be given up for speed.
        evaluation_id: Only events of this experiment run.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/events/export`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if filters is not None:
        body_["filters"] = filters

    if date_range is not None:
        body_["dateRange"] = date_range

    if projections is not None:
        body_["projections"] = projections

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
