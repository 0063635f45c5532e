# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Encoders of query strings and JSON bodies, with the place of an invalid value in their errors."""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from .errors import InvalidRequestError

_MAX_DEPTH: Final = 200
_WAYS_OUT: Final = {
    "bytes": "decode it to a str, or base64-encode it",
    "bytearray": "decode it to a str, or base64-encode it",
    "datetime": "use its .isoformat()",
    "date": "use its .isoformat()",
    "set": "use a list",
    "frozenset": "use a list",
    "generator": "use a list",
    "UUID": "use str() of it",
    "Decimal": "use float() or str() of it",
    "Unset": "leave the key out",
}


def _plain(value: Any) -> Any:
    """Convert a model, mapping or sequence in free-form data to a dict or list."""
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "to_dict") and not isinstance(value, type):
        return value.to_dict()
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return list(value)
    raise TypeError


_encode: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain).encode


def json_bytes(value: Any, name: str = "", convert: Callable[[Any], Any] | None = None) -> bytes:
    """Return compact JSON in UTF-8. Raises InvalidRequestError with the place of an invalid value.

    ``name`` precedes the place in the message. ``convert`` returns the JSON form of any other value, or raises.
    """
    try:
        return _encode(value).encode()
    except (TypeError, ValueError, RecursionError, RuntimeError):
        # Raise outside the handler, so that the traceback shows only our message.
        pass
    if convert is not None:
        try:
            return _encoding(convert)(value).encode()
        except Exception:  # reading a user's value may raise anything
            pass
    at, fault = next(_faults(value, name, convert), (name, "cannot be encoded as JSON"))
    raise InvalidRequestError(fault, argument=at or "the body")


def _encoding(convert: Callable[[Any], Any]) -> Callable[[Any], str]:
    """Return the encoder for values without a JSON type."""

    def plain(value: Any) -> Any:
        try:
            return _plain(value)
        except TypeError:
            pass
        return convert(value)

    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=plain).encode


def query_string(pairs: Mapping[str, Any], as_json: frozenset[str] = frozenset()) -> str:
    """Return the query string: JSON booleans, lists as repeated keys, objects and ``as_json`` keys as JSON."""
    parts = []
    for name, value in pairs.items():
        items = value if isinstance(value, list | tuple) and name not in as_json else [value]
        parts += [
            f"{_quoted(name, 'a name in the query', '[]')}={_query_value(item, name, name in as_json)}"
            for item in items
            if item is not None
        ]
    return "&".join(parts)


def _query_value(value: Any, name: str, as_json: bool) -> str:
    return _quoted(value if isinstance(value, str) and not as_json else json_bytes(value, name).decode(), name)


def _quoted(text: str, at: str, safe: str = "") -> str:
    try:
        return quote(text, safe)
    except UnicodeEncodeError:
        pass
    raise InvalidRequestError("contains a lone surrogate, which UTF-8 cannot encode", argument=at)


def _faults(root: Any, name: str, convert: Callable[[Any], Any] | None = None) -> Iterator[tuple[str, str]]:
    """Yield the place of each value that JSON cannot express, and the reason."""
    pending: list[tuple[Any, str, tuple[int, ...]]] = [(root, name, ())]
    while pending:
        value, at, above = pending.pop()
        if id(value) in above:
            yield at, "contains itself"
        elif len(above) > _MAX_DEPTH:
            yield f"{at[:80]}...", "is nested too deeply"
        elif isinstance(value, Mapping):
            yield from ((at, fault) for key in value if (fault := _key_fault(key)))
            inner = [(item, f"{at}.{key}" if at else str(key)) for key, item in value.items()]
            pending += [(item, place, (*above, id(value))) for item, place in reversed(inner)]
        elif isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray | memoryview):
            places = [(item, f"{at}[{number}]", (*above, id(value))) for number, item in enumerate(value)]
            pending += reversed(places)
        elif hasattr(value, "to_dict") and not isinstance(value, type):
            pending.append((value.to_dict(), at, (*above, id(value))))
        elif fault := _leaf_fault(value):
            try:
                made = convert(value) if convert is not None and not isinstance(value, float | str) else value
            except Exception:  # as above
                made = value
            if made is value:
                yield at, fault
            else:
                pending.append((made, at, (*above, id(value))))


def _key_fault(key: Any) -> str | None:
    if key is not None and not isinstance(key, str | int | float):  # json converts numbers and None to strings
        return f"has a key of type {type(key).__name__}; JSON keys must be str"
    fault = _leaf_fault(key)
    return f"has a key that {fault}" if fault else None


def _leaf_fault(value: Any) -> str | None:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return "contains a lone surrogate, which UTF-8 cannot encode; use .encode('utf-8', 'replace').decode()"
    elif isinstance(value, float):
        return None if math.isfinite(value) else f"is {value}, which JSON cannot represent; pass None or a string"
    elif value is not None and not isinstance(value, int):
        kind = type(value).__name__
        return (
            f"is a {kind}, which JSON cannot represent; {_WAYS_OUT.get(kind, 'use dicts, lists, strings and numbers')}"
        )
    return None
