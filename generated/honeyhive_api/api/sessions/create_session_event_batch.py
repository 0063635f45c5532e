# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/sessions/{session_id}/events/batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.acknowledgement import Acknowledgement
    from ...models.create_event_request import CreateEventRequest

OPERATION = OPERATIONS["createSessionEventBatch"]


def build_request(
    session_id: str | UUID,
    *,
    events: Sequence[CreateEventRequest | Mapping[str, Any]],
) -> Request:
    """Add several events to one session.

    The session id of the path counts for every event, whatever the event says. The events are stored
    one after the other; when only some could be stored the answer is 500.

    Args:
        session_id: The id of the session.
        events: The events to add. The session id of the path counts for each of them.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/sessions/{session_id}/events/batch`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "session_id": session_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["events"] = events

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> Acknowledgement:
    """What was answered: All events are stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.acknowledgement import Acknowledgement

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return Acknowledgement.from_dict(data or {})
