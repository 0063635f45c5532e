"""Parsing of spans in OTLP's protobuf encoding."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from google.protobuf.message import DecodeError  # type: ignore[import-untyped] # its stubs are another package
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, InstrumentationScope, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from honeyhive._semconv import SpanData

from ..model.http_messages import HTTPError
from .parsed_spans import SPAN_KINDS, STATUS_CODES, InvalidSpan, ParsedSpans, span_ids


def read_protobuf(content: bytes) -> ParsedSpans:
    """Return the spans of an ExportTraceServiceRequest. Raises HTTPError (400) for any other body."""
    try:
        # The parser rejects nesting beyond 100 messages, and strings that are not UTF-8.
        request = ExportTraceServiceRequest.FromString(content)
    except DecodeError as error:
        raise HTTPError(400, f"the body is not an ExportTraceServiceRequest: {error}") from None
    reading = ParsedSpans()
    for group in request.resource_spans:
        resource = _attributes(group.resource.attributes)
        for scoped in group.scope_spans:
            for span in scoped.spans:
                try:
                    reading.spans.append(_span(span, resource, scoped.scope))
                except InvalidSpan as reason:
                    reading.reasons.append(str(reason))
    return reading


def _span(span: Span, resource: dict[str, Any], scope: InstrumentationScope) -> SpanData:
    trace_id, span_id, parent = span_ids(span.trace_id.hex(), span.span_id.hex(), span.parent_span_id.hex())
    return SpanData(
        name=span.name,
        kind=SPAN_KINDS.get(span.kind, SPAN_KINDS[0]),
        trace_id=trace_id,
        span_id=span_id,
        parent_span_id=parent,
        start_ns=span.start_time_unix_nano,
        end_ns=span.end_time_unix_nano,
        attributes=_attributes(span.attributes),
        events=[(event.name, event.time_unix_nano, _attributes(event.attributes)) for event in span.events],
        status_code=STATUS_CODES.get(span.status.code, STATUS_CODES[0]),
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
