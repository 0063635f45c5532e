"""The table of handlers: which function serves which operation of the document.

An operation without a line here answers 501.
"""

from ..call import Handler
from . import batches, events, searching, sessions

HANDLERS: dict[str, Handler] = {
    "createSession": sessions.create_session,
    "createSessionEventBatch": sessions.create_session_event_batch,
    "listSessions": sessions.list_sessions,
    "createSessionEvent": sessions.create_session_event,
    "addSessionTraces": sessions.add_session_traces,
    "startSession": sessions.start_session,
    "createEvent": events.create_event,
    "getEvent": events.get_event,
    "updateEvent": events.update_event,
    "createEventBatch": batches.create_event_batch,
    "searchEvents": searching.search_events,
    "exportEvents": searching.export_events,
    "getEventsSchema": searching.get_events_schema,
    "createEventLegacy": events.create_event_legacy,
    "updateEventLegacy": events.update_event_legacy,
    "createEventBatchLegacy": batches.create_event_batch_legacy,
    "createModelEventLegacy": events.create_model_event_legacy,
    "createModelEventBatchLegacy": batches.create_model_event_batch_legacy,
}
