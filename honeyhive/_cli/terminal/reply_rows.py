"""Rows of a reply: its list of items, the parts of a row by dotted path, and flat rows for CSV."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

Row = Mapping[str, Any]
_ABSENT: Final = object()
_FIRST: Final = ("id", "name", "status", "type", "created_at")


class ReplyRows(NamedTuple):
    """A reply as rows."""

    rows: list[Any]
    is_list: bool
    """False for a single object or value, which is then the only row."""
    rest: dict[str, Any]
    """All keys of the reply except its list."""


def rows_of(value: Any) -> ReplyRows:
    """Return the rows of a reply: the items of its only list of objects, or else the whole reply as one row.

    An object with a single key that holds an object is replaced by the inner object.
    """
    if isinstance(value, list):
        return ReplyRows(value, True, {})
    if not isinstance(value, Mapping):
        return ReplyRows([value], False, {})
    if (key := _list_key(value)) is not None:
        return ReplyRows(value[key], True, {name: item for name, item in value.items() if name != key})
    if len(value) == 1 and isinstance(inner := next(iter(value.values())), Mapping):
        return ReplyRows([inner], False, {})
    return ReplyRows([value], False, {})


def _list_key(value: Row) -> str | None:
    """Return the key of the only list of objects, or of the first list if all are empty; None if there is neither."""
    lists = {key: item for key, item in value.items() if isinstance(item, list)}
    if _is_record(value):
        return None
    filled = [key for key, item in lists.items() if item and all(isinstance(one, Mapping) for one in item)]
    if filled:
        return filled[0] if len(filled) == 1 else None
    return None if any(lists.values()) else next(iter(lists), None)


def _is_record(value: Row) -> bool:
    """Return True for an object with its own id, such as a session with its `children`."""
    return any(key in value for key in ("id", "event_id", "session_id", "run_id"))


def selected(value: Any, paths: Sequence[str]) -> Any:
    """Return the rows with only these paths; one object for a reply that is not a list."""
    found = rows_of(value)
    rows = [{path: at(row, path) for path in paths} for row in found.rows]
    return rows if found.is_list else rows[0]


def at(row: Any, path: str) -> Any:
    """Return the part of a row at a path such as `metadata.model` or `children.0.event_name`, or None."""
    found = _at(row, path)
    return None if found is _ABSENT else found


def has(row: Any, path: str) -> bool:
    """Return True if the row has a part at this path."""
    return _at(row, path) is not _ABSENT


def _at(row: Any, path: str) -> Any:
    if isinstance(row, Mapping):
        if path in row:  # a key may contain dots
            return row[path]
        for end in (index for index, char in enumerate(path) if char == "."):
            if path[:end] in row and (found := _at(row[path[:end]], path[end + 1 :])) is not _ABSENT:
                return found
        return _ABSENT
    if isinstance(row, list):
        head, _, tail = path.partition(".")
        if head.isdecimal() and int(head) < len(row):
            return _at(row[int(head)], tail) if tail else row[int(head)]
    return _ABSENT


def telling_keys(rows: Iterable[Row]) -> list[str]:
    """Return the keys with plain values, the most distinctive ones first: id, name, status, others, other ids."""
    keys = dict.fromkeys(
        str(key)
        for row in rows
        for key, value in row.items()
        if value is not None and not isinstance(value, Mapping | list)
    )
    return sorted(keys, key=_importance)


def _importance(key: str) -> int:
    if key in _FIRST:
        return _FIRST.index(key)
    return len(_FIRST) + (key.endswith("_id") or key.startswith("is_"))


def flattened(row: Any) -> dict[str, Any]:
    """Return the row with dotted paths for the keys of nested objects.

    A row that is not an object gets the key `value`.
    """
    return dict(_flat(row, "")) if isinstance(row, Mapping) else {"value": row}


def _flat(row: Row, prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
