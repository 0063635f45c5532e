"""OpenTelemetry spans as events: `event_of` applies the mapping rules of every convention to a span.

Nothing here imports OpenTelemetry; a span comes as SpanData. `mapping.rules` has the rules and their sources.
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
"""Attribute that names a parent event which is not a span. `honeyhive.otel` sets it."""

# The attributes of this span event are those of the span: some instrumentors put the messages here.
_DETAILS = "gen_ai.client.inference.operation.details"
_NS_PER_MS = 1_000_000


def event_of(span: SpanData) -> dict[str, Any]:
    """Return the event for a span: ids derived from the span's ids, times in Unix milliseconds.

    Fields without a value are absent, except objects, which are empty.
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
    _flatten_reply(event)
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
    """Return the parent id: from PARENT, the parent span, the vendor's attributes, or the session, in this order."""
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
    """Add message events to the conversation, unless attributes already hold it. Return the other span events."""
    known = {bucket for bucket in ("inputs", "outputs") if "chat_history" in event[bucket]}
    others = []
    for name, time_ns, attributes in span.events:
        bucket = "outputs" if name == "gen_ai.choice" else "inputs"
        if name == _DETAILS or (bucket not in known and take_message(event, name, attributes)):
            continue
        others.append({"name": name, "time": time_ns / _NS_PER_MS, "attributes": dict(attributes)})
    return others


def _take_error(event: Event, span: SpanData) -> None:
    """Set the error: the exception's type and message, else the status message, else the error type."""
    if span.status_code != "error" or event.get("error"):
        return
    exceptions = [attributes for name, _, attributes in span.events if name == "exception"]
    parts = [exceptions[-1].get(f"exception.{part}") for part in ("type", "message")] if exceptions else []
    text = ": ".join(str(part) for part in parts if part)
    event["error"] = text or span.status_message or str(event["metadata"].get("error_type") or "error")


def _flatten_reply(event: Event) -> None:
    """Copy the keys of a model's reply to the top of the outputs. With several replies, also keep the conversation."""
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
        _add_total_tokens(metadata)
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


def _add_total_tokens(metadata: dict[str, Any]) -> None:
    counts = [metadata["prompt_tokens"], metadata["completion_tokens"]]
    if all(isinstance(count, int | float) for count in counts):
        metadata.setdefault("total_tokens", sum(counts))


def _starts_a_process(span: SpanData) -> bool:
    """Return True if this span keeps the resource attributes: a root, or the entry into a service."""
    return span.parent_span_id is None or span.kind in ("server", "consumer")
