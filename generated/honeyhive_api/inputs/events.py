# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``events``."""

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
    """Whether all events go into one session. They do not when it is left out."""
    session_properties: inputs.SessionProperties
    """What is known about the session that a batch makes."""


class UpdateEventRequest(TypedDict, total=False):
    """What changes in an event. Keys that are left out stay as they are."""

    metadata: Mapping[str, Any]
    """Merged into what is stored."""
    feedback: Mapping[str, Any]
    """Merged into what is stored."""
    metrics: Mapping[str, Any]
    """Merged into what is stored."""
    outputs: Mapping[str, Any] | None
    """Takes the place of what is stored; null leaves it as it is."""
    config: Mapping[str, Any]
    """Merged into what is stored."""
    user_properties: Mapping[str, Any]
    """Merged into what is stored."""
    duration: float
    """How long it took, in milliseconds."""
    end_time: Timestamp
    """When it ended, in Unix milliseconds."""
    children_ids: Sequence[str]
    """The ids of events directly below it; an empty list changes nothing."""


class SearchEventsRequest(TypedDict, total=False):
    """Which events to find, and which page of them."""

    filters: Sequence[inputs.EventFilter | models.StoredFilter]
    """The conditions that an event has to meet, all of them."""
    dateRange: inputs.SearchDateRange
    """A range of time; both ends belong to it."""
    limit: int
    """How many events a page holds, at most 1000, which is also what it holds when this is left out."""
    page: int
    """Which page, counted from 1."""
    ignore_order: bool
    """Has no effect. Deprecated."""
    evaluation_id: str
    """Only events of this experiment run."""


class ExportEventsRequest(TypedDict, total=False):
    """Which events to export, and which page of them."""

    filters: Sequence[inputs.Filter | models.StoredFilter]
    """The conditions that an event has to meet, all of them."""
    dateRange: inputs.ExportDateRange
    """A range of time; both ends belong to it."""
    projections: Sequence[str]
    """The fields to return; all of them when left out."""
    limit: int
    """How many events a page holds, at most 7500; 1000 when left out."""
    page: int
    """Which page, counted from 1."""
    ignore_order: bool
    """Whether the order may be given up for speed."""
    evaluation_id: str
    """Only events of this experiment run."""


class UpdateEventLegacyRequest(TypedDict, total=False):
    """What changes in an event, and which event it is."""

    metadata: Mapping[str, Any]
    """Merged into what is stored."""
    feedback: Mapping[str, Any]
    """Merged into what is stored."""
    metrics: Mapping[str, Any]
    """Merged into what is stored."""
    outputs: Mapping[str, Any] | None
    """Takes the place of what is stored; null leaves it as it is."""
    config: Mapping[str, Any]
    """Merged into what is stored."""
    user_properties: Mapping[str, Any]
    """Merged into what is stored."""
    duration: float
    """How long it took, in milliseconds."""
    end_time: Timestamp
    """When it ended, in Unix milliseconds."""
    children_ids: Sequence[str]
    """The ids of events directly below it; an empty list changes nothing."""
    event_id: Required[str]
    """The id of the event."""


class CreateEventLegacyRequest(TypedDict, total=False):
    """An event to log, wrapped."""

    event: Required[inputs.LegacyEvent | models.Event | models.FoundEvent]
    """An event as the older routes take it, with its type and inputs."""


class CreateEventBatchLegacyRequest(TypedDict, total=False):
    """Several events, for the unversioned route."""

    single_session: bool
    """Whether all events go into one session. They do not when it is left out."""
    session_properties: inputs.SessionProperties
    """What is known about the session that a batch makes."""
    is_single_session: bool
    """The older name of `single_session`. Deprecated: use single_session."""
    session: inputs.SessionProperties
    """The older name of `session_properties`. Deprecated: use session_properties."""
    events: Required[Sequence[inputs.TraceEvent | models.SessionEvent | models.Event | models.FoundEvent]]
    """The events to log."""


class CreateModelEventLegacyRequest(TypedDict, total=False):
    """A model call, wrapped."""

    model_event: Required[inputs.ModelEvent]
    """A model call. Its deprecated fields are moved into `inputs` and `outputs` before it is stored."""


class CreateModelEventBatchLegacyRequest(TypedDict, total=False):
    """Several model calls."""

    single_session: bool
    """Whether all events go into one session. They do not when it is left out."""
    session_properties: inputs.SessionProperties
    """What is known about the session that a batch makes."""
    is_single_session: bool
    """The older name of `single_session`. Deprecated: use single_session."""
    session: inputs.SessionProperties
    """The older name of `session_properties`. Deprecated: use session_properties."""
    model_events: Required[Sequence[inputs.ModelEvent]]
    """The model calls to log."""


class SessionProperties(TypedDict, total=False):
    """What is known about the session that a batch makes."""

    session_name: str
    """The name to show."""
    start_time: Timestamp
    """When it started, in Unix milliseconds."""
    user_properties: Mapping[str, Any]
    """What is known about the user."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping."""


class EventFilter(TypedDict, total=False):
    """One condition on events."""

    field: Required[str]
    """The field to test, as a path with dots, as in `metadata.release`."""
    operator: Required[models.FilterOperator]
    """How a field is compared with the value of a filter."""
    value: Required[str | float | bool | None]
    """What to compare with; null where the operator needs nothing."""
    type: models.FilterType
    """What the value of a filter is taken for. Ids are strings."""


class Filter(TypedDict, total=False):
    """One condition on events, with its type."""

    field: Required[str]
    """The field to test, as a path with dots, as in `metadata.release`."""
    operator: Required[models.FilterOperator]
    """How a field is compared with the value of a filter."""
    value: Required[str | float | bool | None]
    """What to compare with; null where the operator needs nothing."""
    type: Required[models.FilterType]
    """What the value of a filter is taken for. Ids are strings."""


class SearchDateRange(TypedDict, total=False):
    """A range of time; both ends belong to it."""

    start_time: Required[str | datetime | date]
    """The start, as ISO 8601 text."""
    end_time: Required[str | datetime | date]
    """The end, as ISO 8601 text."""


ExportDateRange = TypedDict(
    "ExportDateRange",
    {
        "$gte": "Required[str | datetime | date]",
        "$lte": "Required[str | datetime | date]",
    },
    total=False,
)
"""A range of time; both ends belong to it.

- `$gte`: The start, as ISO 8601 text.
- `$lte`: The end, as ISO 8601 text.
"""


class LegacyEvent(TypedDict, total=False):
    """An event as the older routes take it, with its type and inputs."""

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
    project: str
    """The name of the project. The service ignores it and takes the project from the key. Deprecated."""
    event_type: Required[models.EventType]
    """What kind of step an event is."""
    event_id: str
    """The id of the event."""
    session_id: str
    """The session it belongs to."""


class ModelEvent(TypedDict, total=False):
    """A model call. Its deprecated fields are moved into `inputs` and `outputs` before it is stored."""

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
    """Moves to `inputs.error`. Deprecated: use inputs."""
    start_time: Timestamp
    """When it started, in Unix milliseconds."""
    end_time: Timestamp
    """When it ended, in Unix milliseconds."""
    duration: float
    """How long the call took, in milliseconds. Moves to `inputs.duration`. Deprecated: use inputs."""
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
    model_name: str
    """The model. This or `event_name` is needed."""
    model_version: str
    """The version of the model."""
    model: str
    """The older name of `model_name`. Deprecated: use model_name."""
    messages: Sequence[Any]
    """Moves to `inputs.messages`. Deprecated: use inputs."""
    response: Any
    """Moves to `outputs.response`. Deprecated: use outputs."""
    provider: str
    """Moves to `inputs.provider`. Deprecated: use inputs."""
    usage: Mapping[str, Any]
    """Moves to `inputs.usage`. Deprecated: use inputs."""
    cost: Any
    """Moves to `inputs.cost`. Deprecated: use inputs."""
    hyperparameters: Mapping[str, Any]
    """Moves to `inputs.hyperparameters`. Deprecated: use inputs."""
    template: Any
    """Moves to `inputs.template`. Deprecated: use inputs."""
    template_inputs: Any
    """Moves to `inputs.template_inputs`. Deprecated: use inputs."""
    tools: Any
    """Moves to `inputs.tools`. Deprecated: use inputs."""
    tool_choice: Any
    """Moves to `inputs.tool_choice`. Deprecated: use inputs."""
    response_format: Any
    """Moves to `inputs.response_format`. Deprecated: use inputs."""


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
