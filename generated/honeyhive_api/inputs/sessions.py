# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``sessions``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from typing_extensions import Required, TypedDict

from .. import inputs, models
from ..types import Timestamp


class CreateSessionRequest(TypedDict, total=False):
    """A session to start. No field is required."""

    session_id: str | UUID
    """UUID that you choose for the session. The service creates one (version 4) if it is omitted or is not a UUID."""
    session_name: str
    """Display name."""
    event_name: str
    """Name of the session's own event. Falls back to `session_name`, then to `unknown`."""
    source: str
    """Source of the session, e.g. `sdk-python`. Falls back to `unknown`."""
    start_time: Timestamp
    """Start time in Unix milliseconds."""
    end_time: Timestamp
    """End time in Unix milliseconds."""
    duration: float
    """Duration in milliseconds."""
    config: Mapping[str, Any]
    """Configuration of the session."""
    inputs: Mapping[str, Any]
    """Inputs of the session."""
    outputs: Mapping[str, Any]
    """Outputs of the session."""
    metadata: Mapping[str, Any]
    """Any other data. Merged if the session already exists."""
    user_properties: Mapping[str, Any]
    """Properties of the user. Merged if the session already exists."""
    children_ids: Sequence[str]
    """Ids of the direct child events of the session."""


class CreateSessionEventBatchRequest(TypedDict, total=False):
    """Events for one session."""

    events: Required[Sequence[inputs.CreateEventRequest | models.Event | models.FoundEvent]]
    """The events to add. Each gets the session id of the path."""


class CreateSessionDeletionRequest(TypedDict, total=False):
    """Sessions to delete."""

    session_ids: Required[Sequence[str]]
    """Ids of the sessions."""


class SessionEventInput(TypedDict, total=False):
    """An event, or a session with its events in `children`, in the form of the legacy API. No field is required."""

    children: Sequence[Mapping[str, Any]]
    """Direct child events."""
    config: Mapping[str, Any]
    """Configuration of the model, the tool or whatever else the event is about."""
    duration: float
    """Duration in milliseconds."""
    end_time: Timestamp
    """End time in Unix milliseconds."""
    error: str | None
    """Error message, if there was an error."""
    event_id: str
    """Id of the event."""
    event_name: str
    """Name of the event."""
    event_type: str
    """Type of the event; the legacy API accepts any string."""
    feedback: Mapping[str, Any]
    """Feedback from people."""
    inputs: Mapping[str, Any]
    """Inputs of the event."""
    metadata: Mapping[str, Any]
    """Any other data."""
    metrics: Mapping[str, Any]
    """Metric values by name."""
    outputs: Mapping[str, Any]
    """Outputs of the event."""
    project: str
    """Name of the project."""
    session_id: str | None
    """Id of the session of the event."""
    source: str
    """Source of the event."""
    start_time: Timestamp
    """Start time in Unix milliseconds."""
    user_properties: Mapping[str, Any]
    """Properties of the user."""


class AddSessionTracesRequest(TypedDict, total=False):
    """Events for a session, under exactly one of `events` and `logs`."""

    events: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent]
    """The events to add."""
    logs: Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent]
    """Older name of `events`. Deprecated: use events."""


class StartSessionRequest(TypedDict, total=False):
    """A session to start, under the key `session`."""

    session: Required[inputs.CreateSessionRequest]
    """A session to start. No field is required."""


class CreateEventRequest(TypedDict, total=False):
    """An event to log."""

    project_id: str
    """Id of the project."""
    source: str
    """Source of the event. Falls back to `unknown`."""
    event_name: str
    """Name of the event. Falls back to `unknown`."""
    parent_id: str
    """Id of the parent event. Falls back to the session."""
    children_ids: Sequence[str]
    """Ids of the direct child events."""
    config: Mapping[str, Any]
    """Configuration used, such as the model and its settings."""
    inputs: Required[Mapping[str, Any]]
    """Inputs of the event."""
    outputs: Mapping[str, Any]
    """Outputs of the event."""
    error: str | None
    """Error message, if there was an error."""
    start_time: Timestamp
    """Start time in Unix milliseconds."""
    end_time: Timestamp
    """End time in Unix milliseconds."""
    duration: float
    """Duration in milliseconds."""
    metadata: Mapping[str, Any]
    """Any other data, such as token counts."""
    feedback: Mapping[str, Any]
    """Feedback from people, or the ground truth."""
    metrics: Mapping[str, Any]
    """Metric values by name."""
    user_properties: Mapping[str, Any]
    """Properties of the user."""
    event_type: Required[models.EventType]
    """Type of an event."""
    event_id: str | UUID
    """UUID that you choose for the event. The service creates one if it is omitted."""
    session_id: str | UUID
    """Id of the session of the event, a UUID. The service creates one if it is omitted."""


class TraceEvent(TypedDict, total=False):
    """An event in the form of the older routes. No field is required."""

    project_id: str
    """Id of the project."""
    source: str
    """Source of the event. Falls back to `unknown`."""
    event_name: str
    """Name of the event. Falls back to `unknown`."""
    parent_id: str
    """Id of the parent event. Falls back to the session."""
    children_ids: Sequence[str]
    """Ids of the direct child events."""
    config: Mapping[str, Any]
    """Configuration used, such as the model and its settings."""
    inputs: Mapping[str, Any]
    """Inputs of the event."""
    outputs: Mapping[str, Any]
    """Outputs of the event."""
    error: str | None
    """Error message, if there was an error."""
    start_time: Timestamp
    """Start time in Unix milliseconds."""
    end_time: Timestamp
    """End time in Unix milliseconds."""
    duration: float
    """Duration in milliseconds."""
    metadata: Mapping[str, Any]
    """Any other data, such as token counts."""
    feedback: Mapping[str, Any]
    """Feedback from people, or the ground truth."""
    metrics: Mapping[str, Any]
    """Metric values by name."""
    user_properties: Mapping[str, Any]
    """Properties of the user."""
    project: str
    """Name of the project. Ignored: the service takes the project from the key. Deprecated."""
    event_type: models.EventType
    """Type of an event."""
    event_id: str
    """Id of the event."""
    session_id: str
    """Id of the session of the event."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateSessionRequest,
    CreateSessionEventBatchRequest,
    CreateSessionDeletionRequest,
    SessionEventInput,
    AddSessionTracesRequest,
    StartSessionRequest,
    CreateEventRequest,
    TraceEvent,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
