"""Spans from OTLP's JSON encoding: ids in hex, 64-bit integers as text, enumerations as numbers or names.

Keys that are not known are left alone, and null is read as absent.
"""

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any, TypeVar

from honeyhive._semconv import SpanData

from ..model.http_error import Refusal
from ..model.json_codec import read_json
from .parsed import MAX_DEPTH, SPAN_KINDS, STATUS_CODES, Reading, Unreadable, identify, named, parent

T = TypeVar("T")
Object = dict[str, Any]

_NAMES: dict[type, str] = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}


def read_json_spans(content: bytes) -> Reading:
    """The spans of an ExportTraceServiceRequest. Raises Refusal (400) for anything else."""
    body, _ = read_json(content)
    if not isinstance(body, dict):
        raise Refusal(400, "the body is no object")
    reading = Reading()
    for group in _objects(body, "resourceSpans"):
        # Once for all of its spans; if it cannot be read, that is the reason of each of them.
        resource = cache(partial(_attributes, _get(group, "resource", dict, {})))
        for scoped in _objects(group, "scopeSpans"):
            for span in _objects(scoped, "spans"):
                try:
                    reading.spans.append(_span(span, resource(), _get(scoped, "scope", dict, {})))
                except Unreadable as reason:
                    reading.reasons.append(str(reason))
    return reading


def _span(span: Object, resource: Object, scope: Object) -> SpanData:
    status = _get(span, "status", dict, {})
    return SpanData(
        name=_get(span, "name", str, ""),
        kind=_enumerated(span, "kind", SPAN_KINDS, "SPAN_KIND_"),
        trace_id=identify("traceId", _get(span, "traceId", str, ""), 32),
        span_id=identify("spanId", _get(span, "spanId", str, ""), 16),
        parent_span_id=parent(_get(span, "parentSpanId", str, "")),
        start_ns=_integer(span, "startTimeUnixNano"),
        end_ns=_integer(span, "endTimeUnixNano"),
        attributes=_attributes(span),
        events=[
            (_get(each, "name", str, ""), _integer(each, "timeUnixNano"), _attributes(each))
            for each in _objects(span, "events")
        ],
        status_code=_enumerated(status, "code", STATUS_CODES, "STATUS_CODE_"),
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
        raise Refusal(400, f"{key}: not {_NAMES[kind]}")
    return value


def _objects(holder: Object, key: str) -> list[Object]:
    found: list[Any] = _get(holder, key, list, [])
    if not all(isinstance(each, dict) for each in found):
        raise Refusal(400, f"{key}: not a list of objects")
    return found


def _integer(holder: Object, key: str) -> int:
    """A number of 64 bits without a sign, which may be text. Raises Refusal (400)."""
    value = holder.get(key)
    if value is None:
        return 0
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**64:
        raise Refusal(400, f"{key}: not a whole number from 0 to 2^64-1, or the text of one")
    return value


def _enumerated(holder: Object, key: str, names: tuple[str, ...], prefix: str) -> str:
    value = holder.get(key)
    if value is None:
        return names[0]
    if isinstance(value, str):
        name = value.removeprefix(prefix).lower()
        return name if name in names else names[0]
    if isinstance(value, bool) or not isinstance(value, int):
        raise Refusal(400, f"{key}: neither a number nor a name")
    return named(names, value)


def _attributes(holder: Object, depth: int = 0) -> Object:
    return _pairs(_objects(holder, "attributes"), depth)


def _pairs(pairs: Iterable[Object], depth: int) -> Object:
    return {_get(pair, "key", str, ""): _value(_get(pair, "value", dict, {}), depth) for pair in pairs}


def _value(value: Object, depth: int) -> Any:
    """The value of an AnyValue. Raises Refusal (400), and Unreadable for one that is nested too deeply."""
    if depth > MAX_DEPTH:
        raise Unreadable(f"attributes: nested deeper than {MAX_DEPTH} levels")
    for key, held in value.items():
        if held is not None and key in _READ:
            return _READ[key](value, key, depth)
    return None


def _integer_or_text(value: Object, key: str, _depth: int) -> int:
    held = value[key]
    if isinstance(held, str) and len(held) <= 20 and held.isascii() and held.removeprefix("-").isdigit():
        return int(held)
    if isinstance(held, bool) or not isinstance(held, int):
        raise Refusal(400, f"{key}: neither a whole number of 64 bits nor the text of one")
    return held


def _double(value: Object, key: str, _depth: int) -> float:
    try:
        return float(value[key])  # NaN, Infinity and -Infinity are texts
    except (ValueError, TypeError, OverflowError):
        raise Refusal(400, f"{key}: not a number") from None


_READ: dict[str, Callable[[Object, str, int], Any]] = {
    "stringValue": lambda value, key, _: _get(value, key, str, ""),
    "bytesValue": lambda value, key, _: _get(value, key, str, ""),
    "boolValue": lambda value, key, _: _get(value, key, bool, False),
    "intValue": _integer_or_text,
    "doubleValue": _double,
    "arrayValue": lambda value, key, depth: [
        _value(each, depth + 1) for each in _objects(_get(value, key, dict, {}), "values")
    ],
    "kvlistValue": lambda value, key, depth: _pairs(_objects(_get(value, key, dict, {}), "values"), depth + 1),
}
