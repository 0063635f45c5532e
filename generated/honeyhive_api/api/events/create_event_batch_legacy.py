# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events/batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_batch_acknowledgement import EventBatchAcknowledgement
    from ...models.session_properties import SessionProperties
    from ...models.trace_event import TraceEvent

OPERATION = OPERATIONS["createEventBatchLegacy"]


def build_request(
    *,
    events: Sequence[TraceEvent | Mapping[str, Any]],
    single_session: bool | None = None,
    session_properties: SessionProperties | Mapping[str, Any] | None = None,
    is_single_session: bool | None = None,
    session: SessionProperties | Mapping[str, Any] | None = None,
) -> Request:
    """Log several events through the unversioned route.

    Takes the older names of the batch options as well. When only some events could be stored the answer
    is 500.

    Deprecated: use POST /v1/events/batch.

    Args:
        single_session: Whether all events go into one session. They do not when it is left out.
        session_properties: What is known about the session that a batch makes.
        is_single_session: The older name of `single_session`. Deprecated: use single_session.
        session: The older name of `session_properties`. Deprecated: use session_properties.
        events: The events to log.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /events/batch`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if single_session is not None:
        body_["single_session"] = single_session

    if session_properties is not None:
        body_["session_properties"] = session_properties

    if is_single_session is not None:
        body_["is_single_session"] = is_single_session

    if session is not None:
        body_["session"] = session

    body_["events"] = events

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> EventBatchAcknowledgement:
    """What was answered: All events are stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.event_batch_acknowledgement import EventBatchAcknowledgement

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventBatchAcknowledgement.from_dict(data or {})
