"""A finished span as plain data, whoever recorded or received it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class SpanData(NamedTuple):
    """One span. Ids are lower-case hex, times Unix nanoseconds (0: not known), values like those of JSON."""

    name: str
    kind: str
    """internal, server, client, producer or consumer."""
    trace_id: str
    span_id: str
    parent_span_id: str | None
    start_ns: int
    end_ns: int
    attributes: Mapping[str, Any]
    events: Sequence[tuple[str, int, Mapping[str, Any]]]
    """The name, the time and the attributes of each event."""
    status_code: str
    """unset, ok or error."""
    status_message: str
    resource: Mapping[str, Any]
    scope_name: str
    scope_version: str
    links: Sequence[Mapping[str, Any]] = ()
    """The trace_id, the span_id and the attributes of each link."""
