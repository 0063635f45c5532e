# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/events/{event_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.get_event_response import GetEventResponse

OPERATION = OPERATIONS["getEvent"]


def build_request(
    event_id: str | UUID,
) -> Request:
    """Read one event.

    The event comes wrapped under `event`.

    Args:
        event_id: The id of the event.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/events/{event_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "event_id": event_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> GetEventResponse:
    """What was answered: The event.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.get_event_response import GetEventResponse

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return GetEventResponse.from_dict(data or {})
