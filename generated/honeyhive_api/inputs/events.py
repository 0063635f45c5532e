# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``events``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models
from ..types import Timestamp


class CreateEventBatchRequest(TypedDict, total=False):
    """Several events."""

    events: Required[Sequence[inputs.CreateEventRequest | models.Event | models.FoundEvent]]
    """The events to log."""
    single_session: bool
    """True to put all events into one session; false if omitted."""
    session_properties: inputs.SessionProperties
    """Properties of the session that a batch creates."""


class UpdateEventRequest(TypedDict, total=False):
    """Changes to an event. Omitted keys keep their value."""

    metadata: Mapping[str, Any]
    """Merged into the stored value."""
    feedback: Mapping[str, Any]
    """Merged into the stored value."""
    metrics: Mapping[str, Any]
    """Merged into the stored value."""
    outputs: Mapping[str, Any] | None
    """Replaces the stored value; null keeps it."""
    config: Mapping[str, Any]
    """Merged into the stored value."""
    user_properties: Mapping[str, Any]
    """Merged into the stored value."""
    duration: float
    """Duration in milliseconds."""
    end_time: Timestamp
    """End time in Unix milliseconds."""
    children_ids: Sequence[str]
    """Ids of the direct child events; an empty list changes nothing."""


class SearchEventsRequest(TypedDict, total=False):
    """Conditions of a search, and the page to return."""

    filters: Sequence[inputs.EventFilter | models.StoredFilter]
    """Conditions that every event must meet."""
    dateRange: inputs.SearchDateRange
    """A time range; both ends are inclusive."""
    limit: int
    """Number of events per page, at most 1000; 1000 if omitted."""
    page: int
    """Page number, counted from 1."""
    ignore_order: bool
    """Has no effect. Deprecated."""
    evaluation_id: str
    """Only events of this experiment run."""


class ExportEventsRequest(TypedDict, total=False):
    """Conditions of an export, and the page to return."""

    filters: Sequence[inputs.Filter | models.StoredFilter]
    """Conditions that every event must meet."""
    dateRange: inputs.ExportDateRange
    """A time range; both ends are inclusive."""
    projections: Sequence[str]
    """Fields to return; all if omitted."""
    limit: int
    """Number of events per page, at most 7500; 1000 if omitted."""
    page: int
    """Page number, counted from 1."""
    ignore_order: bool
    """True to allow any order, which may be faster."""
    evaluation_id: str
    """Only events of this experiment run."""


class UpdateEventLegacyRequest(TypedDict, total=False):
    """Changes to an event, and the id of the event."""

    metadata: Mapping[str, Any]
    """Merged into the stored value."""
    feedback: Mapping[str, Any]
    """Merged into the stored value."""
    metrics: Mapping[str, Any]
    """Merged into the stored value."""
    outputs: Mapping[str, Any] | None
    """Replaces the stored value; null keeps it."""
    config: Mapping[str, Any]
    """Merged into the stored value."""
    user_properties: Mapping[str, Any]
    """Merged into the stored value."""
    duration: float
    """Duration in milliseconds."""
    end_time: Timestamp
    """End time in Unix milliseconds."""
    children_ids: Sequence[str]
    """Ids of the direct child events; an empty list changes nothing."""
    event_id: Required[str]
    """Id of the event."""


class CreateEventLegacyRequest(TypedDict, total=False):
    """An event to log, under the key `event`."""

    event: Required[inputs.LegacyEvent | models.Event | models.FoundEvent]
    """An event in the form of the older routes, with its type and inputs."""


class CreateEventBatchLegacyRequest(TypedDict, total=False):
    """Several events for the unversioned route."""

    single_session: bool
    """True to put all events into one session; false if omitted."""
    session_properties: inputs.SessionProperties
    """Properties of the session that a batch creates."""
    is_single_session: bool
    """Older name of `single_session`. Deprecated: use single_session."""
    session: inputs.SessionProperties
    """Older name of `session_properties`. Deprecated: use session_properties."""
    events: Required[Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent]]
    """The events to log."""


class CreateModelEventLegacyRequest(TypedDict, total=False):
    """A model call, under the key `model_event`."""

    model_event: Required[inputs.ModelEvent]
    """A model call. Its deprecated fields are moved into `inputs` and `outputs` before it is stored."""


class CreateModelEventBatchLegacyRequest(TypedDict, total=False):
    """Several model calls."""

    single_session: bool
    """True to put all events into one session; false if omitted."""
    session_properties: inputs.SessionProperties
    """Properties of the session that a batch creates."""
    is_single_session: bool
    """Older name of `single_session`. Deprecated: use single_session."""
    session: inputs.SessionProperties
    """Older name of `session_properties`. Deprecated: use session_properties."""
    model_events: Required[Sequence[inputs.ModelEvent]]
    """The model calls to log."""


class SessionProperties(TypedDict, total=False):
    """Properties of the session that a batch creates."""

    session_name: str
    """Display name."""
    start_time: Timestamp
    """Start time in Unix milliseconds."""
    user_properties: Mapping[str, Any]
    """Properties of the user."""
    metadata: Mapping[str, Any]
    """Any other data."""


class EventFilter(TypedDict, total=False):
    """A condition on events."""

    field: Required[str]
    """Path of the field to test, with dots, e.g. `metadata.release`."""
    operator: Required[models.FilterOperator]
    """Operator that compares a field with the value of a filter."""
    value: Required[str | float | bool | None]
    """Value to compare with; null if the operator needs none."""
    type: models.FilterType
    """Type of the value of a filter. Ids are strings."""


class Filter(TypedDict, total=False):
    """A condition on events, with the type of its value."""

    field: Required[str]
    """Path of the field to test, with dots, e.g. `metadata.release`."""
    operator: Required[models.FilterOperator]
    """Operator that compares a field with the value of a filter."""
    value: Required[str | float | bool | None]
    """Value to compare with; null if the operator needs none."""
    type: Required[models.FilterType]
    """Type of the value of a filter. Ids are strings."""


class SearchDateRange(TypedDict, total=False):
    """A time range; both ends are inclusive."""

    start_time: Required[str | datetime | date]
    """Start, as an ISO 8601 string."""
    end_time: Required[str | datetime | date]
    """End, as an ISO 8601 string."""


ExportDateRange = TypedDict(
    "ExportDateRange",
    {
        "$gte": "Required[str | datetime | date]",
        "$lte": "Required[str | datetime | date]",
    },
    total=False,
)
"""A time range; both ends are inclusive.

- `$gte`: Start, as an ISO 8601 string.
- `$lte`: End, as an ISO 8601 string.
"""


class LegacyEvent(TypedDict, total=False):
    """An event in the form of the older routes, with its type and inputs."""

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
    project: str
    """Name of the project. Ignored: the service takes the project from the key. Deprecated."""
    event_type: Required[models.EventType]
    """Type of an event."""
    event_id: str
    """Id of the event."""
    session_id: str
    """Id of the session of the event."""


class ModelEvent(TypedDict, total=False):
    """A model call. Its deprecated fields are moved into `inputs` and `outputs` before it is stored."""

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
    """Moved to `inputs.error`. Deprecated: use inputs."""
    start_time: Timestamp
    """Start time in Unix milliseconds."""
    end_time: Timestamp
    """End time in Unix milliseconds."""
    duration: float
    """Duration of the call in milliseconds. Moved to `inputs.duration`. Deprecated: use inputs."""
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
    model_name: str
    """Name of the model. Either this or `event_name` is required."""
    model_version: str
    """Version of the model."""
    model: str
    """Older name of `model_name`. Deprecated: use model_name."""
    messages: Sequence[Any]
    """Moved to `inputs.messages`. Deprecated: use inputs."""
    response: Any
    """Moved to `outputs.response`. Deprecated: use outputs."""
    provider: str
    """Moved to `inputs.provider`. Deprecated: use inputs."""
    usage: Mapping[str, Any]
    """Moved to `inputs.usage`. Deprecated: use inputs."""
    cost: Any
    """Moved to `inputs.cost`. Deprecated: use inputs."""
    hyperparameters: Mapping[str, Any]
    """Moved to `inputs.hyperparameters`. Deprecated: use inputs."""
    template: Any
    """Moved to `inputs.template`. Deprecated: use inputs."""
    template_inputs: Any
    """Moved to `inputs.template_inputs`. Deprecated: use inputs."""
    tools: Any
    """Moved to `inputs.tools`. Deprecated: use inputs."""
    tool_choice: Any
    """Moved to `inputs.tool_choice`. Deprecated: use inputs."""
    response_format: Any
    """Moved to `inputs.response_format`. Deprecated: use inputs."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateEventBatchRequest,
    UpdateEventRequest,
    SearchEventsRequest,
    ExportEventsRequest,
    UpdateEventLegacyRequest,
    CreateEventLegacyRequest,
    CreateEventBatchLegacyRequest,
    CreateModelEventLegacyRequest,
    CreateModelEventBatchLegacyRequest,
    SessionProperties,
    EventFilter,
    Filter,
    SearchDateRange,
    ExportDateRange,
    LegacyEvent,
    ModelEvent,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
