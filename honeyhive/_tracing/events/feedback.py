"""Feedback about a stored event or session, sent as a change of that event or session."""

from typing import TYPE_CHECKING, Any

from ..delivery.records import Record
from ..interrupts import is_interrupt

if TYPE_CHECKING:
    from ..tracer import Tracer
    from .base_span import Span


def log_feedback(tracer: "Tracer", event_id: Any, feedback: Any, session: "Span | None") -> None:
    """Log feedback. ``session`` is the session of the event, or None if it is unknown. Never raises for a value."""
    try:
        known = tracer.id_of(event_id)[0]
        session_id = session.session_id if session else known
        if not (session.is_sampled if session else True):
            tracer.worker.drop("sampled")
            return
        text = tracer.encoder.field("feedback", feedback)[0]
        tracer.worker.log(Record("change", known, session_id, b'{"feedback":' + text + b"}"))
    except RecursionError:
        raise
    except Exception as error:
        if is_interrupt(error):
            raise
        tracer.failed("feedback", error)
