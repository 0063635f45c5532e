# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{new_run_id}/compare/{old_run_id}/events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_pair_list import EventPairList

OPERATION = OPERATIONS["compareRunEvents"]


def build_request(
    new_run_id: str,
    old_run_id: str,
    *,
    event_name: str | None = None,
    event_type: str | None = None,
    filter: Mapping[str, Any] | None = None,
    limit: int | None = None,
    page: int | None = None,
) -> Request:
    """List the events of two runs in pairs, a page at a time.

    The two events of a pair belong to the same datapoint.

    Args:
        new_run_id: The id of the newer run, a UUID.
        old_run_id: The id of the older run, a UUID.
        event_name: Only events of this name.
        event_type: Only events of this type.
        filter: More that the events have to match. It travels as JSON text.
        limit: How many items a page holds, at most 1000, which is also what it holds when this is left
            out.
        page: Which page, counted from 1.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs/{new_run_id}/compare/{old_run_id}/events`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "new_run_id": new_run_id,
        "old_run_id": old_run_id,
    }
    query_: dict[str, Any] = {}
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
