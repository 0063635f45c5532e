"""Copies of user values: deep copies for each call, and JSON-compatible values for storage."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final, TypeAlias

from .._tracing.payload.encoder import Encoder
from .._tracing.payload.plain_json import encode

Report: TypeAlias = Callable[[Exception], None]
"""Function that receives the error of each part that could not be copied."""

_ATOMS: Final = frozenset({str, int, float, bool, type(None)})


def copied(value: Any, report: Report) -> Any:
    """Return a deep copy. A part that cannot be copied, such as a lock, is shared, and ``report`` gets the error."""
    kind = type(value)
    # Most values are flat, and a shallow copy takes a tenth of the time of deepcopy().
    if kind in _ATOMS:
        return value
    if kind is dict and _ATOMS.issuperset(map(type, value.values())) and _ATOMS.issuperset(map(type, value)):
        return value.copy()
    try:
        return deepcopy(value)
    except RecursionError as error:
        report(error)
        return value
    except Exception as error:  # the user's __deepcopy__ or __reduce__ may raise anything
        if kind is dict:
            return {key: copied(item, report) for key, item in value.items()}
        if kind is list:
            return [copied(item, report) for item in value]
        report(error)
        return value


def plain_value(name: str, value: Any) -> Any:
    """Return the value unchanged if it is JSON-compatible, otherwise in the JSON form in which events store it."""
    try:
        encode(value).encode()
    except Exception:  # a user's value may raise anything, and the other rows still have to be shown
        text, _ = Encoder().item(name, value)
        return json.loads(text)
    return value
