"""Compact, strict JSON of plain values: by orjson where it is installed, otherwise by the standard library."""

import json
from collections.abc import Callable
from typing import Any, Final


def _made_encoder() -> Callable[[Any], str]:
    """Return a function that encodes with the standard library.

    json.dumps makes a new C encoder for each call, which takes a third of its time for a small event.
    """
    encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return encoder.encode
    chunks = make(None, encoder.default, json.encoder.encode_basestring, None, ":", ",", False, False, False)
    return lambda value: "".join(chunks(value, 0))


encode: Final = _made_encoder()
"""Return the JSON of a value. Raises an exception if the value is not plain JSON, such as NaN."""


def encode_slowly(value: Any) -> bytes:
    """Return the JSON of a value in UTF-8. Raises UnicodeEncodeError for half of a surrogate pair."""
    return encode(value).encode()


def _fastest() -> Callable[[Any], bytes]:
    try:
        from orjson import dumps
    except ImportError:
        return encode_slowly
    return dumps


encode_fast: Final = _fastest()
"""Return the JSON of a plain value in UTF-8. orjson raises TypeError for integers beyond 64 bits."""
