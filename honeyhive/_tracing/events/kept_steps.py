"""Steps that have begun, with what is set on them, in the spool: they outlive the process until they end."""

from typing import TYPE_CHECKING

from ..payload.encoder import encode

if TYPE_CHECKING:
    from .base_span import Span
    from .event import Event


def keep_beginning(event: "Event") -> None:
    """Keep the step, as interrupted, until it ends."""
    body = event._json(event.type, event._parent_id, f'"start_time":{event._start_ms}')
    event._is_kept = True
    event.tracer.worker.write_step("event", event._event_id, event.session_id, body)


def keep_value(span: "Span", name: str) -> None:
    """Keep a field as it is set now, or the error."""
    text = encode(span._error).encode("utf-8", "replace") if name == "error" else span._encoded[name]
    _keep_change(span, b'{"%b":%b}' % (name.encode(), text))


def keep_labels(event: "Event") -> None:
    """Keep the name and the type as they are now."""
    labels = encode({"event_name": event._name or "unknown", "event_type": event.type})
    _keep_change(event, labels.encode("utf-8", "replace"))


def _keep_change(span: "Span", body: bytes) -> None:
    span.tracer.worker.write_step("change", span._event_id, span.session_id, body)
