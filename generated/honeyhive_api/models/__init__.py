# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The models of requests and replies; each is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement
    from .add_session_traces_request import AddSessionTracesRequest
    from .create_event_batch_legacy_request import CreateEventBatchLegacyRequest
    from .create_event_batch_request import CreateEventBatchRequest
    from .create_event_legacy_request import CreateEventLegacyRequest
    from .create_event_request import CreateEventRequest
    from .create_model_event_batch_legacy_request import CreateModelEventBatchLegacyRequest
    from .create_model_event_legacy_request import CreateModelEventLegacyRequest
    from .create_session_event_batch_request import CreateSessionEventBatchRequest
    from .create_session_request import CreateSessionRequest
    from .error_response import ErrorResponse
    from .event import Event
    from .event_acknowledgement import EventAcknowledgement
    from .event_batch_acknowledgement import EventBatchAcknowledgement
    from .event_fields import EventFields
    from .event_filter import EventFilter
    from .event_list import EventList
    from .event_type import EventType
    from .events_schema import EventsSchema
    from .export_date_range import ExportDateRange
    from .export_events_request import ExportEventsRequest
    from .export_filter import ExportFilter
    from .filter_operator import FilterOperator
    from .filter_type import FilterType
    from .found_event import FoundEvent
    from .get_event_response import GetEventResponse
    from .legacy_batch_options import LegacyBatchOptions
    from .legacy_event import LegacyEvent
    from .model_event import ModelEvent
    from .schema_field import SchemaField
    from .schema_mapping import SchemaMapping
    from .search_date_range import SearchDateRange
    from .search_events_request import SearchEventsRequest
    from .session import Session
    from .session_event import SessionEvent
    from .session_event_acknowledgement import SessionEventAcknowledgement
    from .session_properties import SessionProperties
    from .start_session_request import StartSessionRequest
    from .trace_event import TraceEvent
    from .update_event_legacy_request import UpdateEventLegacyRequest
    from .update_event_request import UpdateEventRequest

_MODULES = {
    "Acknowledgement": ".acknowledgement",
    "AddSessionTracesRequest": ".add_session_traces_request",
    "CreateEventBatchLegacyRequest": ".create_event_batch_legacy_request",
    "CreateEventBatchRequest": ".create_event_batch_request",
    "CreateEventLegacyRequest": ".create_event_legacy_request",
    "CreateEventRequest": ".create_event_request",
    "CreateModelEventBatchLegacyRequest": ".create_model_event_batch_legacy_request",
    "CreateModelEventLegacyRequest": ".create_model_event_legacy_request",
    "CreateSessionEventBatchRequest": ".create_session_event_batch_request",
    "CreateSessionRequest": ".create_session_request",
    "ErrorResponse": ".error_response",
    "Event": ".event",
    "EventAcknowledgement": ".event_acknowledgement",
    "EventBatchAcknowledgement": ".event_batch_acknowledgement",
    "EventFields": ".event_fields",
    "EventFilter": ".event_filter",
    "EventList": ".event_list",
    "EventType": ".event_type",
    "EventsSchema": ".events_schema",
    "ExportDateRange": ".export_date_range",
    "ExportEventsRequest": ".export_events_request",
    "ExportFilter": ".export_filter",
    "FilterOperator": ".filter_operator",
    "FilterType": ".filter_type",
    "FoundEvent": ".found_event",
    "GetEventResponse": ".get_event_response",
    "LegacyBatchOptions": ".legacy_batch_options",
    "LegacyEvent": ".legacy_event",
    "ModelEvent": ".model_event",
    "SchemaField": ".schema_field",
    "SchemaMapping": ".schema_mapping",
    "SearchDateRange": ".search_date_range",
    "SearchEventsRequest": ".search_events_request",
    "Session": ".session",
    "SessionEvent": ".session_event",
    "SessionEventAcknowledgement": ".session_event_acknowledgement",
    "SessionProperties": ".session_properties",
    "StartSessionRequest": ".start_session_request",
    "TraceEvent": ".trace_event",
    "UpdateEventLegacyRequest": ".update_event_legacy_request",
    "UpdateEventRequest": ".update_event_request",
}

__all__ = (
    "Acknowledgement",
    "AddSessionTracesRequest",
    "CreateEventBatchLegacyRequest",
    "CreateEventBatchRequest",
    "CreateEventLegacyRequest",
    "CreateEventRequest",
    "CreateModelEventBatchLegacyRequest",
    "CreateModelEventLegacyRequest",
    "CreateSessionEventBatchRequest",
    "CreateSessionRequest",
    "ErrorResponse",
    "Event",
    "EventAcknowledgement",
    "EventBatchAcknowledgement",
    "EventFields",
    "EventFilter",
    "EventList",
    "EventsSchema",
    "EventType",
    "ExportDateRange",
    "ExportEventsRequest",
    "ExportFilter",
    "FilterOperator",
    "FilterType",
    "FoundEvent",
    "GetEventResponse",
    "LegacyBatchOptions",
    "LegacyEvent",
    "ModelEvent",
    "SchemaField",
    "SchemaMapping",
    "SearchDateRange",
    "SearchEventsRequest",
    "Session",
    "SessionEvent",
    "SessionEventAcknowledgement",
    "SessionProperties",
    "StartSessionRequest",
    "TraceEvent",
    "UpdateEventLegacyRequest",
    "UpdateEventRequest",
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
