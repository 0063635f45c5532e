"""Spans from OTLP's protobuf encoding."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from google.protobuf.message import DecodeError  # type: ignore[import-untyped] # its stubs are another package
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, InstrumentationScope, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from honeyhive._semconv import SpanData

from ..model.http_error import Refusal
from .parsed import SPAN_KINDS, STATUS_CODES, Reading, Unreadable, identify, named, parent


def read_protobuf(content: bytes) -> Reading:
    """The spans of an ExportTraceServiceRequest. Raises Refusal (400) for anything else."""
    try:
        # The parser refuses a depth beyond 100 messages, and text that is not UTF-8.
        request = ExportTraceServiceRequest.FromString(content)
    except DecodeError as error:
        raise Refusal(400, f"the body is no ExportTraceServiceRequest: {error}") from None
    reading = Reading()
    for group in request.resource_spans:
        resource = _attributes(group.resource.attributes)
        for scoped in group.scope_spans:
            for span in scoped.spans:
                try:
                    reading.spans.append(_span(span, resource, scoped.scope))
                except Unreadable as reason:
                    reading.reasons.append(str(reason))
    return reading


def _span(span: Span, resource: dict[str, Any], scope: InstrumentationScope) -> SpanData:
    return SpanData(
        name=span.name,
        kind=named(SPAN_KINDS, span.kind),
        trace_id=identify("traceId", span.trace_id.hex(), 32),
        span_id=identify("spanId", span.span_id.hex(), 16),
        parent_span_id=parent(span.parent_span_id.hex()),
        start_ns=span.start_time_unix_nano,
        end_ns=span.end_time_unix_nano,
        attributes=_attributes(span.attributes),
        events=[(event.name, event.time_unix_nano, _attributes(event.attributes)) for event in span.events],
        status_code=named(STATUS_CODES, span.status.code),
        status_message=span.status.message,
        resource=resource,
        scope_name=scope.name,
        scope_version=scope.version,
        links=[
            {"trace_id": link.trace_id.hex(), "span_id": link.span_id.hex(), "attributes": _attributes(link.attributes)}
            for link in span.links
        ],
    )


def _attributes(pairs: Iterable[KeyValue]) -> dict[str, Any]:
    return {pair.key: _value(pair.value) for pair in pairs}


def _value(value: AnyValue) -> Any:
    match value.WhichOneof("value"):
        case None:
            return None
        case "array_value":
            return [_value(each) for each in value.array_value.values]
        case "kvlist_value":
            return _attributes(value.kvlist_value.values)
        case "bytes_value":
            return b64encode(value.bytes_value).decode()
        case kind:
            return getattr(value, kind)
