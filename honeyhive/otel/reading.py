"""A finished span of the OpenTelemetry SDK as plain data."""

from collections.abc import Mapping, Sequence
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan

from ..semconv.span import SpanData


def span_data(span: ReadableSpan) -> SpanData:
    """The span as the mapping reads it; a span that has not ended ends when it began."""
    context = span.get_span_context()
    if context is None:
        raise ValueError("the span has no context")
    scope = span.instrumentation_scope
    start = span.start_time or 0
    return SpanData(
        name=span.name,
        kind=span.kind.name.lower(),
        trace_id=f"{context.trace_id:032x}",
        span_id=f"{context.span_id:016x}",
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
    )


def _plain(attributes: Mapping[str, Any] | None) -> dict[str, Any]:
    """The attributes with lists for tuples, as JSON has them."""
    found = dict(attributes or {})
    for name, value in found.items():
        if isinstance(value, Sequence) and not isinstance(value, str | bytes):
            found[name] = list(value)
    return found
