"""Digests of values that are the same in every process, for the ids of rows."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import PurePath
from typing import Any, Final

from .._core.errors import InvalidRequestError
from .._tracing.payload.json_forms import json_form

_MOST: Final = 1_000_000
_TEXTUAL: Final = (date, time, PurePath)
"""Also pandas.Timestamp, which is a datetime."""
_OF_PANDAS: Final[dict[str, Callable[[Any], Any]]] = {"DataFrame": lambda frame: frame.to_dict("list"), "NAType": str}


def digest(value: Any, place: str) -> str:
    """Return a digest of the value. Raises InvalidRequestError, naming the place, for what differs by process."""
    try:
        text = json.dumps(value, sort_keys=True, default=_plain, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidRequestError(
            f"{place} cannot be told from others: {error}; give it an id", argument="dataset", separator=": "
        ) from None
    return hashlib.sha256(text.encode("ascii", "replace")).hexdigest()[:24]


def _plain(value: Any) -> Any:
    """Return what JSON has for a value that it does not know."""
    if isinstance(value, _TEXTUAL):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if callable(tolist := getattr(value, "tolist", None)):  # arrays and scalars of numpy, series of pandas; whole
        return tolist()
    if (kind := type(value).__name__) in _OF_PANDAS:
        return _OF_PANDAS[kind](value)
    form, content = json_form(value, _MOST)
    if form == "pairs":
        return {str(key): item for key, item in content}
    if form == "items":
        return list(content)
    if form == "bytes":
        return content.hex()
    if form == "other":
        raise TypeError(f"a {type(value).__name__} is not JSON")
    return content
