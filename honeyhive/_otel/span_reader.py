"""A finished span of the OpenTelemetry SDK as plain data."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from opentelemetry.sdk.trace import ReadableSpan

from .._semconv import SpanData, event_of

_SMALL: Final = 50


def event_from(span: ReadableSpan) -> dict[str, Any]:
    """The event that a span becomes, with how much of it the SDK had dropped before."""
    event = event_of(span_data(span))
    if "project" in event:  # the key decides about it
        event["metadata"].setdefault("project", event.pop("project"))
    for name in ("attributes", "events", "links"):
        if count := getattr(span, f"dropped_{name}", 0):
            event["metadata"][f"otel.dropped_{name}_count"] = count
    return event


def span_data(span: ReadableSpan) -> SpanData:
    """The span as the mapping reads it; a span that has not ended ends when it began."""
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
    """The ids of the trace and of the span, in hex."""
    context = span.get_span_context()
    if context is None:
        raise ValueError("the span has no context")
    return f"{context.trace_id:032x}", f"{context.span_id:016x}"


def size_of(span: ReadableSpan) -> int:
    """About how many bytes its event takes."""
    return 1_000 + _size(span.attributes) + sum(_SMALL + _size(event.attributes) for event in span.events)


def _link(link: Any) -> dict[str, Any]:
    return {
        "trace_id": f"{link.context.trace_id:032x}",
        "span_id": f"{link.context.span_id:016x}",
        "attributes": _plain(link.attributes),
    }


def _plain(attributes: Mapping[str, Any] | None) -> dict[str, Any]:
    """The attributes with lists for tuples, as JSON has them."""
    found = dict(attributes or {})
    for name, value in found.items():
        if type(value) is not str and isinstance(value, Sequence) and not isinstance(value, str | bytes):
            found[name] = list(value)
    return found


def _size(attributes: Mapping[str, Any] | None) -> int:
    if not attributes:
        return 0
    return sum(_SMALL + (len(value) if type(value) is str else _size_of_others(value)) for value in attributes.values())


def _size_of_others(value: Any) -> int:
    return sum(len(item) if type(item) is str else 8 for item in value) if isinstance(value, Sequence) else 8
