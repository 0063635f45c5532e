"""JSON decoding and encoding, limited to values that every supported database can store.

The parser rejects NaN, numbers beyond the range of a double, lone surrogates, and nesting beyond 1024 levels. Integers
beyond 64 bits become the nearest double.
"""

import math
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import orjson

from .http_messages import HTTPError

# PostgreSQL cannot store NUL characters in text or JSON.
_ESCAPED_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
_REPLACEMENT = rb"\1\\ufffd"

loads: Final[Callable[[str], Any]] = orjson.loads
"""Decodes JSON that was read from the store."""


def read_json(text: bytes) -> tuple[Any, bool]:
    """Return the decoded value, and True if NUL characters in it were replaced by U+FFFD.

    Raises HTTPError (400) if the text is not valid JSON.
    """
    replaced = 0
    if b"\\u0000" in text:
        text, replaced = _ESCAPED_NUL.subn(_REPLACEMENT, text)
    try:
        return orjson.loads(text), replaced > 0
    except orjson.JSONDecodeError as error:
        raise HTTPError(400, f"the body is not JSON that can be stored: {error}") from None


def write_json(value: Any) -> str:
    """Return the JSON to store for a value from read_json. Raises HTTPError (400) for nesting beyond 250 levels."""
    try:
        return orjson.dumps(value).decode()
    except TypeError as error:
        raise HTTPError(400, f"the value cannot be stored: {error}") from None


def event_json(document: str, children: Sequence[orjson.Fragment] | None = None) -> orjson.Fragment:
    """Return a stored event as a part of a JSON response, with its `children` if they are given.

    All responses with stored events use this function. The stored text is inserted unchanged: decoding and encoding it
    would take most of the time of a search.
    """
    if children is None:
        return orjson.Fragment(document)
    return orjson.Fragment(f'{document[:-1]},"children":{orjson.dumps(children).decode()}}}')


def storable(value: Any) -> Any:
    """Return a copy of the value that every database can store.

    NUL and lone surrogates are replaced, NaN and infinity become strings, and integers beyond 64 bits become floats.
    """
    if isinstance(value, str):
        return _storable_text(value)
    if isinstance(value, dict):
        return {_storable_text(str(key)): storable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [storable(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool) and not -(2**63) <= value < 2**64:
        return float(value)
    return value


def _storable_text(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
