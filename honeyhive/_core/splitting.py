"""Split a list that is too long for one query into several requests, and merge their replies."""

from collections.abc import Mapping
from typing import Any

from honeyhive_api.types import Split


def split_query(split: Split | None, query: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the queries to send instead of ``query``, each with a part of the list. No id is sent twice."""
    ids = query.get(split.parameter) if split else None
    if split is None or not isinstance(ids, list) or len(ids) <= split.size:
        return [query]
    unique = list(dict.fromkeys(ids))
    parts = [unique[start : start + split.size] for start in range(0, len(unique), split.size)]
    return [{**query, split.parameter: part} for part in parts]


def merged(split: Split | None, replies: list[Any]) -> Any:
    """Merge several replies: join lists without repeating strings, OR booleans, and take the maximum of numbers.

    The numbers that ``split`` lists are added up instead.
    """
    first, *others = replies
    for other in others:
        first = _merged(first, other, "", split.sum if split else ())
    return first


def _merged(one: Any, other: Any, at: str, sums: tuple[str, ...]) -> Any:
    if isinstance(one, dict) and isinstance(other, dict):
        both = {
            key: _merged(one[key], other[key], f"{at}.{key}".lstrip("."), sums) for key in one.keys() & other.keys()
        }
        return {**other, **one, **both}
    if isinstance(one, list) and isinstance(other, list):
        strings = {item for item in one if isinstance(item, str)}
        return one + [item for item in other if not isinstance(item, str) or item not in strings]
    if isinstance(one, bool) and isinstance(other, bool):
        return one or other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one + other if at in sums else max(one, other)
    return other if one is None else one
