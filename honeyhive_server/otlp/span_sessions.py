"""The session that the events of spans stand in: made from the root of the first trace, grown by whatever comes.

Spans come in pieces, and children before their root. A session that was made without its root takes the root's name
when it comes; its time reaches from the earliest start to the latest end. What a call says of it counts more, whichever
comes first.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from honeyhive._semconv import SpanData

from ..model import event_model as semantics
from ..model.event_model import Document
from ..model.implied_sessions import IMPLIED, is_implied, reaching
from .storable import storable

# What tells a session whose root has come from one that waits for it.
_TRACE, _ROOT = "trace_id", "span_id"
_OF_ROOT = ("event_name", "error", "source", "project", "project_id")
_NAMES = ("honeyhive.session_name", "ai.telemetry.metadata.sessionName")


def session_of(members: Sequence[tuple[SpanData, Document]], now: int) -> Document:
    """The session that these spans and their events imply; now is in Unix milliseconds."""
    span, first = next((each for each in members if each[0].parent_span_id is None), members[0])
    is_root = span.parent_span_id is None
    service = _text(span.resource.get("service.name"))
    root = span.span_id if is_root else None
    metadata = {IMPLIED: "implied", _TRACE: span.trace_id, _ROOT: root, "service.name": service}
    body = {
        "event_name": _told(members) or (None if is_root else service) or first["event_name"],
        "error": first["error"] if is_root else None,
        "source": first["source"],
        "project": first["project"],
        "metadata": {key: value for key, value in metadata.items() if value is not None},
        "start_time": min(event["start_time"] for _, event in members),
    }
    ends = [event["end_time"] for _, event in members if event.get("end_time") is not None]
    if ends:
        body["end_time"] = max(ends)
        body["duration"] = max(body["end_time"] - body["start_time"], 0)
    return semantics.session_document(body, now, first["session_id"])


def _told(members: Sequence[tuple[SpanData, Document]]) -> str | None:
    """The name that the vendor's tracer gives the session on each of its spans, or the AI SDK by its settings."""
    names = (_text(span.attributes.get(key)) for span, _ in members for key in _NAMES)
    return next((name for name in names if name), None)


def _text(value: Any) -> str | None:
    return str(storable(value)) if isinstance(value, str) and value else None


def grow(stored: Document, sent: Mapping[str, Any]) -> Document:
    """The stored session after more of its spans came; one that a call started keeps all but its time."""
    known = stored.get("metadata") or {}
    same = is_implied(stored) and known.get(_TRACE) == sent["metadata"].get(_TRACE)
    of_root: Document = {}
    if same and _ROOT not in known and _ROOT in sent["metadata"]:
        of_root = {key: sent[key] for key in _OF_ROOT} | {"metadata": {**known, **sent["metadata"]}}
    return reaching({**stored, **of_root}, stored, sent)
