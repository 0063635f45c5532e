"""Makes spans for tests."""

from typing import Any

from honeyhive._semconv import SpanData

TRACE, SPAN, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "00f067aa0ba902b7"
START = 1_795_000_000_000_000_000


def span(attributes: dict[str, Any] | None = None, **changes: Any) -> SpanData:
    """Return a span of five milliseconds with the given attributes."""
    plain = SpanData(
        name="work",
        kind="internal",
        trace_id=TRACE,
        span_id=SPAN,
        parent_span_id=PARENT,
        start_ns=START,
        end_ns=START + 5_000_000,
        attributes=attributes or {},
        events=(),
        status_code="unset",
        status_message="",
        resource={},
        scope_name="",
        scope_version="",
    )
    return plain._replace(**changes)
