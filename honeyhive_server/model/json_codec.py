"""JSON in and out, so that nothing which cannot be stored and read back on every database gets in.

The parser refuses NaN, numbers beyond a double, lone surrogates and a depth beyond 1024; integers beyond
64 bits become the nearest double.
"""

import re
from typing import Any

import orjson

from .http_error import Refusal

# PostgreSQL stores no NUL character in text or JSON.
_ESCAPED_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
_REPLACEMENT = rb"\1\\ufffd"


def read_json(text: bytes) -> tuple[Any, bool]:
    """The value of a JSON text, and whether NUL characters in it were replaced by U+FFFD.

    Raises Refusal (400) for a text that is no JSON.
    """
    replaced = 0
    if b"\\u0000" in text:
        text, replaced = _ESCAPED_NUL.subn(_REPLACEMENT, text)
    try:
        return orjson.loads(text), replaced > 0
    except orjson.JSONDecodeError as error:
        raise Refusal(400, f"the body is not JSON that can be stored: {error}") from None


def write_json(value: Any) -> str:
    """The JSON text of a value that read_json gave.

    Raises Refusal (400) for a value nested deeper than 250 levels.
    """
    try:
        return orjson.dumps(value).decode()
    except TypeError as error:
        raise Refusal(400, f"the value cannot be stored: {error}") from None


def loads(text: str) -> Any:
    """The value of a JSON text from the store."""
    return orjson.loads(text)
