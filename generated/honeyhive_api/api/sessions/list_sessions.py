# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.session_event import SessionEvent

OPERATION = OPERATIONS["listSessions"]


def build_request(
    *,
    project: str | None = None,
    query: Mapping[str, Any] | None = None,
    limit: int | None = None,
) -> Request:
    """List sessions, each with the tree of its events.

    The answer is a bare array with no paging; `limit` bounds it. Each session holds its events in
    `children`.

    Args:
        project: The name of the project to look in. Every project when left out.
        query: An object that the sessions have to match, field by field. It travels as JSON text.
        limit: The largest number of sessions to return.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /session`` on the host ``legacy``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if project is not None:
        query_["project"] = project

    if query is not None:
        query_["query"] = query

    if limit is not None:
        query_["limit"] = limit

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> list[SessionEvent]:
    """What was answered: The sessions found.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.session_event import SessionEvent

    if not isinstance(data, list | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an array")
    found: list[SessionEvent] = [
        SessionEvent.from_dict(item) if isinstance(item, dict) else item for item in data or []
    ]
    return found
