"""Keeps steps and their fields in the spool from the beginning to the end, so that they outlive the process."""

from typing import TYPE_CHECKING, Final

from ..delivery.records import Record
from ..payload.plain_json import encode
from .event_body import event_json, with_own
from .event_fields import OBJECT_KEYS

if TYPE_CHECKING:
    from .base_span import Span
    from .event import Event

_BEGINNINGS: Final = {name: f'{{"{name}":'.encode() for name in (*OBJECT_KEYS, "error")}


def keep_beginning(event: "Event") -> None:
    """Keep the step, as interrupted, until it ends."""
    body = event._json(event.type, event._parent_id, f'"start_time":{event._start_ms}')
    event._is_kept = True
    event.tracer.worker.write_step("event", event._event_id, event.session_id, body)


def running_record(event: "Event") -> Record:
    """Return the step as it is now, marked as running."""
    encoded = dict(event._encoded)  # a copy, because another thread may set a field
    metadata = with_own(encoded.pop("metadata", b"{}"), {"running": True})
    fields = [b'"inputs":', encoded.pop("inputs", b"{}"), b',"metadata":', metadata]
    for name, text in encoded.items():
        fields += (b',"%b":' % name.encode(), text)
    times = f'"start_time":{event._start_ms}'
    event_id, session_id = event._event_id, event.session_id
    body = event_json(
        event_id,
        session_id,
        event._parent_id,
        event.type,
        event._name,
        event._source,
        times,
        event._error or None,
        fields,
    )
    return Record("event", event_id, session_id, body)


def keep_value(span: "Span", name: str) -> None:
    """Keep the current value of a field, or the error."""
    text = encode(span._error).encode("utf-8", "replace") if name == "error" else span._encoded[name]
    body = b"".join((_BEGINNINGS[name], text, b"}"))
    span.tracer.worker.write_step("change", span._event_id, span.session_id, body)


def keep_labels(event: "Event") -> None:
    """Keep the current name and type."""
    labels = encode({"event_name": event._name or "unknown", "event_type": event.type})
    body = labels.encode("utf-8", "replace")
    event.tracer.worker.write_step("change", event._event_id, event.session_id, body)
