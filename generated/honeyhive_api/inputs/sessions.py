# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``sessions``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from typing_extensions import Required, TypedDict

from .. import inputs, models
from ..types import Timestamp


class CreateSessionRequest(TypedDict, total=False):
    """A session to start. Every field may be left out."""

    session_id: str | UUID
    """Your id for the session, a UUID. The service makes one (version 4) if it is omitted or is not a UUID."""
    session_name: str
    """The name to show."""
    event_name: str
    """The name of the session's own event. Falls back to `session_name`, then to `unknown`."""
    source: str
    """Where the session comes from, as in `sdk-python`. Falls back to `unknown`."""
    start_time: Timestamp
    """When it started, in Unix milliseconds."""
    end_time: Timestamp
    """When it ended, in Unix milliseconds."""
    duration: float
    """How long it took, in milliseconds."""
    config: Mapping[str, Any]
    """The configuration the session runs with."""
    inputs: Mapping[str, Any]
    """What went into the session."""
    outputs: Mapping[str, Any]
    """What came out of the session."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping. Merged when the session exists."""
    user_properties: Mapping[str, Any]
    """What is known about the user. Merged when the session exists."""
    children_ids: Sequence[str]
    """The ids of events directly below the session."""


class CreateSessionEventBatchRequest(TypedDict, total=False):
    """Events for one session."""

    events: Required[Sequence[inputs.CreateEventRequest | models.Event | models.FoundEvent]]
    """The events to add. The session id of the path counts for each of them."""


class SessionEventInput(TypedDict, total=False):
    """An event, or a session with its events in `children`, as the legacy API has them. No field is required."""

    children: Sequence[Mapping[str, Any]]
    """The events directly below this one."""
    config: Mapping[str, Any]
    """The configuration of the model, the tool or whatever else the event is about."""
    duration: float
    """How long it took, in milliseconds."""
    end_time: Timestamp
    """When it ended, in Unix milliseconds."""
    error: str | None
    """What went wrong, if anything did."""
    event_id: str
    """The id of the event."""
    event_name: str
    """The name of the event."""
    event_type: str
    """The type of the event; the legacy API takes any text."""
    feedback: Mapping[str, Any]
    """What people said about it."""
    inputs: Mapping[str, Any]
    """What went in."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping."""
    metrics: Mapping[str, Any]
    """Measured values by name."""
    outputs: Mapping[str, Any]
    """What came out."""
    project: str
    """The name of the project."""
    session_id: str | None
    """The session the event belongs to."""
    source: str
    """Where the event comes from."""
    start_time: Timestamp
    """When it started, in Unix milliseconds."""
    user_properties: Mapping[str, Any]
    """What is known about the user."""


class AddSessionTracesRequest(TypedDict, total=False):
    """Events for a session, under exactly one of the two keys."""

    events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent]
    """The events to add."""
    logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent]
    """The older name of `events`. Deprecated: use events."""


class StartSessionRequest(TypedDict, total=False):
    """A session to start, wrapped."""

    session: Required[inputs.CreateSessionRequest]
    """A session to start. Every field may be left out."""


class CreateEventRequest(TypedDict, total=False):
    """An event to log."""

    project_id: str
    """The id of the project."""
    source: str
    """Where the event comes from. Falls back to `unknown`."""
    event_name: str
    """The name of the event. Falls back to `unknown`."""
    parent_id: str
    """The event above it. Falls back to the session."""
    children_ids: Sequence[str]
    """The ids of events directly below it."""
    config: Mapping[str, Any]
    """The configuration used, such as the model and its settings."""
    inputs: Required[Mapping[str, Any]]
    """What went in."""
    outputs: Mapping[str, Any]
    """What came out."""
    error: str | None
    """What went wrong, if anything did."""
    start_time: Timestamp
    """When it started, in Unix milliseconds."""
    end_time: Timestamp
    """When it ended, in Unix milliseconds."""
    duration: float
    """How long it took, in milliseconds."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping, such as numbers of tokens."""
    feedback: Mapping[str, Any]
    """What people said about it, or the right answer."""
    metrics: Mapping[str, Any]
    """Measured values by name."""
    user_properties: Mapping[str, Any]
    """What is known about the user."""
    event_type: Required[models.EventType]
    """What kind of step an event is."""
    event_id: str | UUID
    """Your id for the event, a UUID. The service makes one if it is left out."""
    session_id: str | UUID
    """The session it belongs to, a UUID. The service makes one if it is left out."""


class TraceEvent(TypedDict, total=False):
    """An event as the older routes take it. No field is required."""

    project_id: str
    """The id of the project."""
    source: str
    """Where the event comes from. Falls back to `unknown`."""
    event_name: str
    """The name of the event. Falls back to `unknown`."""
    parent_id: str
    """The event above it. Falls back to the session."""
    children_ids: Sequence[str]
    """The ids of events directly below it."""
    config: Mapping[str, Any]
    """The configuration used, such as the model and its settings."""
    inputs: Mapping[str, Any]
    """What went in."""
    outputs: Mapping[str, Any]
    """What came out."""
    error: str | None
    """What went wrong, if anything did."""
    start_time: Timestamp
    """When it started, in Unix milliseconds."""
    end_time: Timestamp
    """When it ended, in Unix milliseconds."""
    duration: float
    """How long it took, in milliseconds."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping, such as numbers of tokens."""
    feedback: Mapping[str, Any]
    """What people said about it, or the right answer."""
    metrics: Mapping[str, Any]
    """Measured values by name."""
    user_properties: Mapping[str, Any]
    """What is known about the user."""
    project: str
    """The name of the project. The service ignores it and takes the project from the key. Deprecated."""
    event_type: models.EventType
    """What kind of step an event is."""
    event_id: str
    """The id of the event."""
    session_id: str
    """The session it belongs to."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateSessionRequest,
    CreateSessionEventBatchRequest,
    SessionEventInput,
    AddSessionTracesRequest,
    StartSessionRequest,
    CreateEventRequest,
    TraceEvent,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
