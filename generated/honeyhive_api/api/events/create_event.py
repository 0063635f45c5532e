# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ...operations import OPERATIONS
from ...types import UNSET, Request, Timestamp, Unset

if TYPE_CHECKING:
    from ...models.event_acknowledgement import EventAcknowledgement
    from ...models.event_type import EventType

OPERATION = OPERATIONS["createEvent"]


def build_request(
    *,
    inputs: Mapping[str, Any],
    event_type: EventType,
    project_id: str | None = None,
    source: str | None = None,
    event_name: str | None = None,
    parent_id: str | None = None,
    children_ids: Sequence[str] | None = None,
    config: Mapping[str, Any] | None = None,
    outputs: Mapping[str, Any] | None = None,
    error: str | None | Unset = UNSET,
    start_time: Timestamp | None = None,
    end_time: Timestamp | None = None,
    duration: float | None = None,
    metadata: Mapping[str, Any] | None = None,
    feedback: Mapping[str, Any] | None = None,
    metrics: Mapping[str, Any] | None = None,
    user_properties: Mapping[str, Any] | None = None,
    event_id: str | UUID | None = None,
    session_id: str | UUID | None = None,
) -> Request:
    """Log one event.

    `event_type` and `inputs` are required. An event without `parent_id` hangs under its session; one
    without `session_id` gets a session of its own.

    Args:
        project_id: The id of the project.
        source: Where the event comes from. Falls back to `unknown`.
        event_name: The name of the event. Falls back to `unknown`.
        parent_id: The event above it. Falls back to the session.
        children_ids: The ids of events directly below it.
        config: The configuration used, such as the model and its settings.
        inputs: What went in.
        outputs: What came out.
        error: What went wrong, if anything did.
        start_time: When it started, in Unix milliseconds.
        end_time: When it ended, in Unix milliseconds.
        duration: How long it took, in milliseconds.
        metadata: Anything else worth keeping, such as numbers of tokens.
        feedback: What people said about it, or the right answer.
        metrics: Measured values by name.
        user_properties: What is known about the user.
        event_type: What kind of step an event is.
        event_id: Your id for the event, a UUID. The service makes one if it is left out.
        session_id: The session it belongs to, a UUID. The service makes one if it is left out.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/events`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if project_id is not None:
        body_["project_id"] = project_id

    if source is not None:
        body_["source"] = source

    if event_name is not None:
        body_["event_name"] = event_name

    if parent_id is not None:
        body_["parent_id"] = parent_id

    if children_ids is not None:
        body_["children_ids"] = children_ids

    if config is not None:
        body_["config"] = config

    body_["inputs"] = inputs

    if outputs is not None:
        body_["outputs"] = outputs

    if error is not UNSET:
        body_["error"] = error

    if start_time is not None:
        body_["start_time"] = start_time

    if end_time is not None:
        body_["end_time"] = end_time

    if duration is not None:
        body_["duration"] = duration

    if metadata is not None:
        body_["metadata"] = metadata

    if feedback is not None:
        body_["feedback"] = feedback

    if metrics is not None:
        body_["metrics"] = metrics

    if user_properties is not None:
        body_["user_properties"] = user_properties

    body_["event_type"] = event_type

    if event_id is not None:
        body_["event_id"] = event_id

    if session_id is not None:
        body_["session_id"] = session_id

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> EventAcknowledgement:
    """What was answered: The event is stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.event_acknowledgement import EventAcknowledgement

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return EventAcknowledgement.from_dict(data or {})
