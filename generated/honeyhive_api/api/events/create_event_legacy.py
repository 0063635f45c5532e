# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_acknowledgement import EventAcknowledgement
    from ...models.legacy_event import LegacyEvent

OPERATION = OPERATIONS["createEventLegacy"]


def build_request(
    *,
    event: LegacyEvent | Mapping[str, Any],
) -> Request:
    """Log one event given under the key `event`.

    Does what `POST /v1/events` does, with the event wrapped in an object.

    Deprecated: use POST /v1/events.

    Args:
        event: An event as the older routes take it, with its type and inputs.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /events`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["event"] = event

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> EventAcknowledgement:
    """What was answered: The event is stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.event_acknowledgement import EventAcknowledgement

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventAcknowledgement.from_dict(data or {})
