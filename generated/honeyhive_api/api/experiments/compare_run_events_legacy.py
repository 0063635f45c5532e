# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/compare/events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_pair_list import EventPairList

OPERATION = OPERATIONS["compareRunEventsLegacy"]


def build_request(
    *,
    run_id_1: str,
    run_id_2: str,
    event_name: str | None = None,
    event_type: str | None = None,
    filter: Mapping[str, Any] | None = None,
    limit: int | None = None,
    page: int | None = None,
) -> Request:
    """List the events of two runs in pairs, with the ids of the runs in the query.

    Does what `GET /v1/runs/{new_run_id}/compare/{old_run_id}/events` does.

    Deprecated: use GET /v1/runs/{new_run_id}/compare/{old_run_id}/events.

    Args:
        run_id_1: The id of the first run, a UUID.
        run_id_2: The id of the second run, a UUID.
        event_name: Only events of this name.
        event_type: Only events of this type.
        filter: More that the events have to match. It travels as JSON text.
        limit: How many items a page holds, at most 1000, which is also what it holds when this is left
            out.
        page: Which page, counted from 1.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs/compare/events`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    query_["run_id_1"] = run_id_1

    query_["run_id_2"] = run_id_2

    if event_name is not None:
        query_["event_name"] = event_name

    if event_type is not None:
        query_["event_type"] = event_type

    if filter is not None:
        query_["filter"] = filter

    if limit is not None:
        query_["limit"] = limit

    if page is not None:
        query_["page"] = page

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> EventPairList:
    """What was answered: One page of pairs.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.event_pair_list import EventPairList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventPairList.from_dict(data or {})
