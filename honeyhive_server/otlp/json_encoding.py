"""Parsing of spans in OTLP's JSON encoding: ids in hex, 64-bit integers as strings, enums as numbers or names.

Unknown keys are ignored, and null is treated as absent.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, TypeVar

from honeyhive._semconv import SpanData

from ..model.http_messages import HTTPError
from ..model.json_codec import read_json
from .parsed_spans import MAX_DEPTH, SPAN_KINDS, STATUS_CODES, InvalidSpan, ParsedSpans, span_ids

T = TypeVar("T")
Object = dict[str, Any]

_NAMES: dict[type, str] = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}


def read_json_spans(content: bytes) -> ParsedSpans:
    """Return the spans of an ExportTraceServiceRequest. Raises HTTPError (400) for any other body."""
    body, _ = read_json(content)
    if not isinstance(body, dict):
        raise HTTPError(400, "the body is not an object")
    reading = ParsedSpans()
    for group in _objects(body, "resourceSpans"):
        # The resource is decoded once for all its spans; if that fails, all its spans are rejected.
        resource = cache(partial(_attributes, _get(group, "resource", dict, {})))
        for scoped in _objects(group, "scopeSpans"):
            for span in _objects(scoped, "spans"):
                try:
                    reading.spans.append(_span(span, resource(), _get(scoped, "scope", dict, {})))
                except InvalidSpan as reason:
                    reading.reasons.append(str(reason))
    return reading


def _span(span: Object, resource: Object, scope: Object) -> SpanData:
    status = _get(span, "status", dict, {})
    trace_id, span_id, parent = span_ids(*(_get(span, key, str, "") for key in ("traceId", "spanId", "parentSpanId")))
    return SpanData(
        name=_get(span, "name", str, ""),
        kind=_enum(span, "kind", SPAN_KINDS, "SPAN_KIND_"),
        trace_id=trace_id,
        span_id=span_id,
        parent_span_id=parent,
        start_ns=_integer(span, "startTimeUnixNano"),
        end_ns=_integer(span, "endTimeUnixNano"),
        attributes=_attributes(span),
        events=[
            (_get(each, "name", str, ""), _integer(each, "timeUnixNano"), _attributes(each))
            for each in _objects(span, "events")
        ],
        status_code=_enum(status, "code", STATUS_CODES, "STATUS_CODE_"),
        status_message=_get(status, "message", str, ""),
        resource=resource,
        scope_name=_get(scope, "name", str, ""),
        scope_version=_get(scope, "version", str, ""),
        links=[
            {
                "trace_id": _get(each, "traceId", str, ""),
                "span_id": _get(each, "spanId", str, ""),
                "attributes": _attributes(each),
            }
            for each in _objects(span, "links")
        ],
    )


def _get(holder: Object, key: str, kind: type[T], otherwise: T) -> T:
    value = holder.get(key)
    if value is None:
        return otherwise
    if not isinstance(value, kind):
        raise HTTPError(400, f"{key}: not {_NAMES[kind]}")
    return value


def _objects(holder: Object, key: str) -> list[Object]:
    found: list[Any] = _get(holder, key, list, [])
    if not all(isinstance(each, dict) for each in found):
        raise HTTPError(400, f"{key}: not a list of objects")
    return found


def _integer(holder: Object, key: str) -> int:
    """Return an unsigned 64-bit integer, which may be sent as a string. Raises HTTPError (400)."""
    value = holder.get(key)
    if value is None:
        return 0
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**64:
        raise HTTPError(400, f"{key}: not an integer from 0 to 2^64-1, nor a string of one")
    return value


def _enum(holder: Object, key: str, names: Mapping[int, str], prefix: str) -> str:
    value = holder.get(key)
    if value is None:
        return names[0]
    if isinstance(value, str):
        name = value.removeprefix(prefix).lower()
        return name if name in names.values() else names[0]
    if isinstance(value, bool) or not isinstance(value, int):
        raise HTTPError(400, f"{key}: neither a number nor a name")
    return names.get(value, names[0])


def _attributes(holder: Object, depth: int = 0) -> Object:
    return _pairs(_objects(holder, "attributes"), depth)


def _pairs(pairs: Iterable[Object], depth: int) -> Object:
    return {_get(pair, "key", str, ""): _value(_get(pair, "value", dict, {}), depth) for pair in pairs}


def _value(value: Object, depth: int) -> Any:
    """Return the value of an AnyValue. Raises HTTPError (400), and InvalidSpan for nesting beyond 40 levels."""
    if depth > MAX_DEPTH:
        raise InvalidSpan(f"attributes: nested deeper than {MAX_DEPTH} levels")
    for key, held in value.items():
        if held is not None and key in _READ:
            return _READ[key](value, key, depth)
    return None


def _signed_integer(value: Object, key: str, _depth: int) -> int:
    held = value[key]
    if isinstance(held, str) and len(held) <= 20 and held.isascii() and held.removeprefix("-").isdigit():
        return int(held)
    if isinstance(held, bool) or not isinstance(held, int):
        raise HTTPError(400, f"{key}: neither a 64-bit integer nor a string of one")
    return held


def _double(value: Object, key: str, _depth: int) -> float:
    try:
        return float(value[key])  # NaN, Infinity and -Infinity are sent as strings
    except (ValueError, TypeError, OverflowError):
        raise HTTPError(400, f"{key}: not a number") from None


_READ: dict[str, Callable[[Object, str, int], Any]] = {
    "stringValue": lambda value, key, _: _get(value, key, str, ""),
    "bytesValue": lambda value, key, _: _get(value, key, str, ""),
    "boolValue": lambda value, key, _: _get(value, key, bool, False),
    "intValue": _signed_integer,
    "doubleValue": _double,
    "arrayValue": lambda value, key, depth: [
        _value(each, depth + 1) for each in _objects(_get(value, key, dict, {}), "values")
    ],
    "kvlistValue": lambda value, key, depth: _pairs(_objects(_get(value, key, dict, {}), "values"), depth + 1),
}
