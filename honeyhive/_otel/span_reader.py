"""Reads finished OpenTelemetry spans into plain data."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from opentelemetry.sdk.trace import ReadableSpan

from .._semconv import SpanData, event_of

_OVERHEAD: Final = 50
"""Approximate bytes of a key and its punctuation in JSON."""


def event_from(span: ReadableSpan) -> dict[str, Any]:
    """Return the event for a span. Its metadata has the number of attributes, events and links that were dropped."""
    event = event_of(span_data(span))
    if "project" in event:  # the API key decides the project
        event["metadata"].setdefault("project", event.pop("project"))
    for name in ("attributes", "events", "links"):
        if count := getattr(span, f"dropped_{name}", 0):
            event["metadata"][f"otel.dropped_{name}_count"] = count
    return event


def span_data(span: ReadableSpan) -> SpanData:
    """Return the span as plain data for the mapping. A span that has not ended gets its start time as end time."""
    trace_id, span_id = ids_of(span)
    scope = span.instrumentation_scope
    start = span.start_time or 0
    return SpanData(
        name=span.name,
        kind=span.kind.name.lower(),
        trace_id=trace_id,
        span_id=span_id,
        parent_span_id=f"{span.parent.span_id:016x}" if span.parent else None,
        start_ns=start,
        end_ns=span.end_time or start,
        attributes=_plain(span.attributes),
        events=[(event.name, event.timestamp, _plain(event.attributes)) for event in span.events],
        status_code=span.status.status_code.name.lower(),
        status_message=span.status.description or "",
        resource=_plain(span.resource.attributes),
        scope_name=scope.name if scope else "",
        scope_version=(scope.version if scope else "") or "",
        links=[_link(link) for link in span.links],
    )


def ids_of(span: ReadableSpan) -> tuple[str, str]:
    """Return the trace id and the span id, as lowercase hex."""
    context = span.get_span_context()
    if context is None:
        raise ValueError("the span has no context")
    return f"{context.trace_id:032x}", f"{context.span_id:016x}"


def size_of(span: ReadableSpan) -> int:
    """Return the approximate size of the span's event in bytes."""
    return 1_000 + _size(span.attributes) + sum(_OVERHEAD + _size(event.attributes) for event in span.events)


def _link(link: Any) -> dict[str, Any]:
    return {
        "trace_id": f"{link.context.trace_id:032x}",
        "span_id": f"{link.context.span_id:016x}",
        "attributes": _plain(link.attributes),
    }


def _plain(attributes: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the attributes as a dict, with tuples converted to lists."""
    found = dict(attributes or {})
    for name, value in found.items():
        if type(value) is not str and isinstance(value, Sequence) and not isinstance(value, str | bytes):
            found[name] = list(value)
    return found


def _size(attributes: Mapping[str, Any] | None) -> int:
    if not attributes:
        return 0
    return sum(
        _OVERHEAD + (len(value) if type(value) is str else _size_of_others(value)) for value in attributes.values()
    )


def _size_of_others(value: Any) -> int:
    return sum(len(item) if type(item) is str else 8 for item in value) if isinstance(value, Sequence) else 8
