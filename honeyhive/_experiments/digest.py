"""Digests of values, from which row ids are made. A value has the same digest in every process."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from pathlib import PurePath
from typing import Any, Final

from .._core.errors import InvalidRequestError
from .._tracing.payload.json_forms import json_form

_MAX_ITEMS: Final = 1_000_000
_TEXTUAL: Final = (date, time, PurePath)
"""Types that are digested as strings. ``date`` includes datetime and pandas.Timestamp, which are subclasses of it."""
_OF_PANDAS: Final[dict[str, Callable[[Any], Any]]] = {"DataFrame": lambda frame: frame.to_dict("list"), "NAType": str}


def digest(value: Any, place: str) -> str:
    """Return a digest of the value.

    Raises InvalidRequestError for a value that is not JSON-compatible; the message includes ``place``.
    """
    return _shortened(hashlib.sha256(_canonical(value, place)))


def digest_items(values: Iterable[Any], place: str) -> str:
    """Return the digest of a list with these values. They are read one at a time."""
    hashed = hashlib.sha256(b"[")
    separator = b""
    for value in values:
        hashed.update(separator + _canonical(value, place))
        separator = b","
    hashed.update(b"]")
    return _shortened(hashed)


def _shortened(hashed: "hashlib._Hash") -> str:
    return hashed.hexdigest()[:24]


def _canonical(value: Any, place: str) -> bytes:
    try:
        text = json.dumps(value, sort_keys=True, default=_plain, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidRequestError(
            f"{place} needs an 'id' beside its 'inputs', since {error}", argument="dataset", separator=": "
        ) from None
    return text.encode("ascii", "replace")


def _plain(value: Any) -> Any:
    """Return a JSON-compatible value for a value that json does not support."""
    if isinstance(value, _TEXTUAL):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if callable(tolist := getattr(value, "tolist", None)):  # numpy arrays and scalars, pandas Series
        return tolist()
    if (kind := type(value).__name__) in _OF_PANDAS:
        return _OF_PANDAS[kind](value)
    form, content = json_form(value, _MAX_ITEMS)
    if form == "pairs":
        return {str(key): item for key, item in content}
    if form == "items":
        return list(content)
    if form == "bytes":
        return content.hex()
    if form == "other":
        raise TypeError(f"a {type(value).__name__} is not JSON-compatible")
    return content
