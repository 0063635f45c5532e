"""JSON texts inside attributes, read without trust."""

import json
import math
from typing import Any, NoReturn

# Deeper values stay text: whoever stores or shows them later gives up somewhere beyond.
MAX_DEPTH = 100
_LARGEST = 2**63


def parse_json(text: str) -> Any:
    """The value of a JSON text. Raises ValueError for anything else, and for one too deep to be handed on."""
    try:
        value = json.loads(text, parse_constant=_refuse, parse_int=_integer, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if _is_deeper(value, MAX_DEPTH):
        raise ValueError("nested too deeply")
    return value


def parsed(value: Any) -> Any:
    """The value of a JSON text; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value)
    except ValueError:
        return value


def parsed_container(value: Any) -> Any:
    """As parsed, but only for the text of an object or a list, so that a text which is a number stays one."""
    return parsed(value) if isinstance(value, str) and value[:1] in ("{", "[") else value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no double")
    return value


def _integer(text: str) -> int | float:
    value = int(text) if len(text) <= 20 else None
    return value if value is not None and -_LARGEST <= value < 2 * _LARGEST else _finite(text)


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
