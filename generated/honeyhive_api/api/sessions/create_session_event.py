# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/{session_id}/event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import UNSET, Request, Timestamp, Unset

if TYPE_CHECKING:
    from ...models.session_event_acknowledgement import SessionEventAcknowledgement

OPERATION = OPERATIONS["createSessionEvent"]


def build_request(
    session_id: str,
    *,
    children: Sequence[Mapping[str, Any]] | None = None,
    config: Mapping[str, Any] | None = None,
    duration: float | None = None,
    end_time: Timestamp | None = None,
    error: str | None | Unset = UNSET,
    event_id: str | None = None,
    event_name: str | None = None,
    event_type: str | None = None,
    feedback: Mapping[str, Any] | None = None,
    inputs: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
    metrics: Mapping[str, Any] | None = None,
    outputs: Mapping[str, Any] | None = None,
    project: str | None = None,
    source: str | None = None,
    start_time: Timestamp | None = None,
    user_properties: Mapping[str, Any] | None = None,
) -> Request:
    """Log one event into a session of the legacy API.

    No field is required. The session id of the path is free text and counts for the event.

    Args:
        session_id: The id of the session; the legacy API takes any text.
        children: The events directly below this one.
        config: The configuration of the model, the tool or whatever else the event is about.
        duration: How long it took, in milliseconds.
        end_time: When it ended, in Unix milliseconds.
        error: What went wrong, if anything did.
        event_id: The id of the event.
        event_name: The name of the event.
        event_type: The type of the event; the legacy API takes any text.
        feedback: What people said about it.
        inputs: What went in.
        metadata: Anything else worth keeping.
        metrics: Measured values by name.
        outputs: What came out.
        project: The name of the project.
        source: Where the event comes from.
        start_time: When it started, in Unix milliseconds.
        user_properties: What is known about the user.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /session/{session_id}/event`` on the host ``legacy``.
    """
    path_: dict[str, Any] = {
        "session_id": session_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if children is not None:
        body_["children"] = children

    if config is not None:
        body_["config"] = config

    if duration is not None:
        body_["duration"] = duration

    if end_time is not None:
        body_["end_time"] = end_time

    if error is not UNSET:
        body_["error"] = error

    if event_id is not None:
        body_["event_id"] = event_id

    if event_name is not None:
        body_["event_name"] = event_name

    if event_type is not None:
        body_["event_type"] = event_type

    if feedback is not None:
        body_["feedback"] = feedback

    if inputs is not None:
        body_["inputs"] = inputs

    if metadata is not None:
        body_["metadata"] = metadata

    if metrics is not None:
        body_["metrics"] = metrics

    if outputs is not None:
        body_["outputs"] = outputs

    if project is not None:
        body_["project"] = project

    body_["session_id"] = session_id

    if source is not None:
        body_["source"] = source

    if start_time is not None:
        body_["start_time"] = start_time

    if user_properties is not None:
        body_["user_properties"] = user_properties

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> SessionEventAcknowledgement:
    """What was answered: The event is recorded.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.session_event_acknowledgement import SessionEventAcknowledgement

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return SessionEventAcknowledgement.from_dict(data or {})
