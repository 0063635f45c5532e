"""Spans of OpenTelemetry as events: `event_of` reads the attributes of every convention by one table of data.

Nothing here needs OpenTelemetry; a span comes as SpanData. `table` holds the rows and their sources.
"""

from collections.abc import Mapping
from typing import Any

from honeyhive_api.ids import canonical

from .mapping.apply import Event, event_type_of, take_attributes, take_message, take_resource
from .mapping.rules import BUCKETS
from .span import SpanData
from .span_ids import event_id_of, named_session, session_id_of

__all__ = ["SpanData", "event_id_of", "event_of", "named_session", "session_id_of"]

PARENT = "honeyhive.parent_event_id"
"""The attribute that hangs a span under an event that is no span; `honeyhive.otel` sets it."""

# An event of this name carries attributes that others put on the span itself.
_DETAILS = "gen_ai.client.inference.operation.details"
_NS_PER_MS = 1_000_000


def event_of(span: SpanData) -> dict[str, Any]:
    """The event that a span becomes: ids made from the span's, times in Unix milliseconds.

    Fields without a value are absent, except the objects, which are then empty.
    """
    attributes = dict(span.attributes)
    for name, _, details in span.events:
        if name == _DETAILS:
            attributes = {**details, **attributes}
    event: Event = {
        "event_id": event_id_of(span.trace_id, span.span_id),
        "session_id": session_id_of(span.trace_id, attributes, span.resource),
        "event_type": event_type_of(attributes),
        **{bucket: {} for bucket in BUCKETS},
        **_times(span),
    }
    rest = take_attributes(event, attributes)
    event.setdefault("event_name", span.name or "unknown")
    event["parent_id"] = _parent(span, rest, event["session_id"])
    others = _take_events(event, span)
    _take_error(event, span)
    take_resource(event, span.resource)
    _lay_out_answer(event)
    _complete_metadata(event, span, rest, others)
    return event


def _times(span: SpanData) -> dict[str, float]:
    times = {}
    if span.start_ns:
        times["start_time"] = span.start_ns / _NS_PER_MS
    if span.end_ns:
        times["end_time"] = span.end_ns / _NS_PER_MS
        times["duration"] = max(span.end_ns - (span.start_ns or span.end_ns), 0) / _NS_PER_MS
    return times


def _parent(span: SpanData, rest: dict[str, Any], session_id: str) -> str:
    """The event above: a marked one, that of the span above, the one that the vendor's tracer names, or the session."""
    if isinstance(marked := rest.pop(PARENT, None), str):
        return canonical(marked)
    if span.parent_span_id is not None:
        return event_id_of(span.trace_id, span.parent_span_id)
    for key in ("honeyhive.parent_id", "traceloop.association.properties.parent_id"):
        named = rest.get(key)
        if isinstance(named, str) and named:
            return canonical(named)
    return session_id


def _take_events(event: Event, span: SpanData) -> list[dict[str, Any]]:
    """Let messages join their conversation, unless the attributes told it; the other events of the span."""
    told = {bucket for bucket in ("inputs", "outputs") if "chat_history" in event[bucket]}
    others = []
    for name, time_ns, attributes in span.events:
        bucket = "outputs" if name == "gen_ai.choice" else "inputs"
        if name == _DETAILS or (bucket not in told and take_message(event, name, attributes)):
            continue
        others.append({"name": name, "time": time_ns / _NS_PER_MS, "attributes": dict(attributes)})
    return others


def _take_error(event: Event, span: SpanData) -> None:
    """What went wrong: what the exception says, else the status, else the type of the error."""
    if span.status_code != "error" or event.get("error"):
        return
    thrown = [attributes for name, _, attributes in span.events if name == "exception"]
    parts = [thrown[-1].get(f"exception.{part}") for part in ("type", "message")] if thrown else []
    text = ": ".join(str(part) for part in parts if part)
    event["error"] = text or span.status_message or str(event["metadata"].get("error_type") or "error")


def _lay_out_answer(event: Event) -> None:
    """Put the one message that a model answered where an answer is looked for; several stay a conversation."""
    outputs = event["outputs"]
    history = outputs.get("chat_history")
    if event["event_type"] == "model" and isinstance(history, list) and history and isinstance(history[0], dict):
        first = {key: value for key, value in history[0].items() if key not in outputs}
        if len(history) == 1:
            del outputs["chat_history"]
        event["outputs"] = {**first, **outputs}


def _complete_metadata(event: Event, span: SpanData, rest: Mapping[str, Any], others: list[dict[str, Any]]) -> None:
    metadata = event["metadata"]
    if {"prompt_tokens", "completion_tokens"} <= metadata.keys():
        _add_up(metadata)
    if "model" not in event["config"] and "response_model" in metadata:
        event["config"]["model"] = metadata["response_model"]
    about = {
        "trace_id": span.trace_id,
        "span_id": span.span_id,
        "parent_span_id": span.parent_span_id,
        "otel.span_kind": span.kind if span.kind != "internal" else None,
        "scope.name": span.scope_name,
        "scope.version": span.scope_version,
        "span_events": others,
        "span_links": [dict(link) for link in span.links],
        "resource": dict(span.resource) if _starts_a_process(span) else None,
    }
    for name, value in (*about.items(), *rest.items()):
        if value not in (None, "", []):
            metadata[name if name not in metadata else f"attribute.{name}"] = value


def _add_up(metadata: dict[str, Any]) -> None:
    counts = [metadata["prompt_tokens"], metadata["completion_tokens"]]
    if all(isinstance(count, int | float) for count in counts):
        metadata.setdefault("total_tokens", sum(counts))


def _starts_a_process(span: SpanData) -> bool:
    """Whether what is said of the whole process stays on this span."""
    return span.parent_span_id is None or span.kind in ("server", "consumer")
