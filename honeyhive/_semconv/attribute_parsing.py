"""Defensive parsing of JSON strings in attributes."""

import json
import math
from typing import Any, NoReturn

# Deeper values stay strings: json.dumps and the viewer reach their recursion limits not far above.
MAX_DEPTH = 100
# Larger integers become floats: they do not fit into the 64 bits that most consumers of JSON use.
_INT64 = 2**63


def parse_json(text: str) -> Any:
    """Parse JSON. Raises ValueError if it is invalid, or nested deeper than MAX_DEPTH."""
    try:
        value = json.loads(text, parse_constant=_refuse, parse_int=_integer, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if _is_deeper(value, MAX_DEPTH):
        raise ValueError("nested too deeply")
    return value


def parsed(value: Any) -> Any:
    """Return the value of a JSON string; anything else unchanged."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value)
    except ValueError:
        return value


def parsed_container(value: Any) -> Any:
    """Return the value of a string that holds a JSON object or array; anything else unchanged."""
    return parsed(value) if isinstance(value, str) and value[:1] in ("{", "[") else value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is not a finite number")
    return value


def _integer(text: str) -> int | float:
    value = int(text) if len(text) <= 20 else None
    return value if value is not None and -_INT64 <= value < 2 * _INT64 else _finite(text)


def _is_deeper(value: Any, levels: int) -> bool:
    layer = [value]
    while layer:
        if levels < 0:
            return True
        levels -= 1
        layer = [
            child
            for each in layer
            if isinstance(each, dict | list)
            for child in (each.values() if isinstance(each, dict) else each)
            if isinstance(child, dict | list)
        ]
    return False
