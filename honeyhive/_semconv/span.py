"""Plain-data form of a finished span, for the exporter and for the OTLP server."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class SpanData(NamedTuple):
    """One span. Ids are lowercase hex, times Unix nanoseconds (0 if unknown), values JSON-like."""

    name: str
    kind: str
    """One of internal, server, client, producer, consumer."""
    trace_id: str
    span_id: str
    parent_span_id: str | None
    start_ns: int
    end_ns: int
    attributes: Mapping[str, Any]
    events: Sequence[tuple[str, int, Mapping[str, Any]]]
    """(name, time in Unix nanoseconds, attributes) of each span event."""
    status_code: str
    """One of unset, ok, error."""
    status_message: str
    resource: Mapping[str, Any]
    scope_name: str
    scope_version: str
    links: Sequence[Mapping[str, Any]] = ()
    """Each link as a dict with trace_id, span_id and attributes."""
