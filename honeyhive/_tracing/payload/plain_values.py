"""Recognize values that can be encoded as they are, which most logged values can."""

from itertools import repeat
from typing import Any, Final

from ..limits import EncodingLimits
from .masking import LONGEST_NAME, harmless, is_sensitive

_MOST_NAMES: Final = 10_000
_ITEM: Final = "item"
"""Stands for the key of an item of an array."""
is_sensitive(_ITEM)  # remembers that it is harmless


def is_plain(value: Any, limits: EncodingLimits) -> bool:  # noqa: C901 - every event pays for each function call here
    """Return True if the value has only JSON types, has no secret, and is within the limits.

    The search goes level by level, so a cycle ends at the depth limit and a wide value at the node limit.
    """
    depth, nodes, length, _ = limits
    level = [value]
    while level and depth:
        depth -= 1
        below: list[Any] = []
        for container in level:
            nodes -= len(container)
            if nodes < 0:
                return False
            for key, item in container.items() if type(container) is dict else zip(repeat(_ITEM), container):
                if key not in harmless and not _is_harmless(key, container):
                    return False
                kind = type(item)
                if kind is str:
                    length -= len(item)
                elif kind is dict:
                    below.append(item)
                elif kind is int:
                    pass
                elif kind is float:
                    if item - item != 0.0:  # infinite or NaN
                        return False
                elif kind is list or kind is tuple:
                    below.append(item)
                elif kind is not bool and item is not None:
                    return False
        if length < 0:
            return False
        level = below
    return not level


def _is_harmless(key: Any, mapping: dict[Any, Any]) -> bool:
    """Return True for a string that does not name a secret. It is remembered.

    Return False if there are very many keys, which would take too long here; the simplifier has a time limit.
    """
    return len(mapping) <= _MOST_NAMES and type(key) is str and len(key) <= LONGEST_NAME and not is_sensitive(key)
