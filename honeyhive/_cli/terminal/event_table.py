"""Cells for tables of events and sessions: start, name, duration, number of events."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

Row = Mapping[str, Any]
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def start_text(event: Row) -> str:
    """Return the start in UTC to the second; empty if it is unknown."""
    start = _number(event.get("start_time"))
    if start is None:
        return ""
    try:
        return f"{_EPOCH + timedelta(milliseconds=start):%Y-%m-%d %H:%M:%S}"
    except (OverflowError, ValueError):
        return ""


def duration_text(event: Row) -> str:
    """Return the duration, from `duration` or from both times; empty if it is unknown."""
    milliseconds, start, end = (_number(event.get(key)) for key in ("duration", "start_time", "end_time"))
    if milliseconds is None and start is not None and end is not None:
        milliseconds = end - start
    if milliseconds is None:
        return ""
    if abs(milliseconds) < 1000:
        return f"{milliseconds:.0f} ms"
    seconds = milliseconds / 1000
    return f"{seconds:.2f} s" if abs(seconds) < 60 else f"{int(seconds // 60)} min {int(seconds % 60)} s"


def name_text(event: Row) -> str:
    """Return the name."""
    return str(event.get("event_name") or "")


def children_of(event: Row) -> list[Row]:
    """Return the direct children."""
    children = event.get("children")
    return [child for child in children if isinstance(child, Mapping)] if isinstance(children, list) else []


def count_below(event: Row) -> int:
    """Return the number of descendants."""
    count, pending = 0, children_of(event)
    while pending:
        count += 1
        pending += children_of(pending.pop())
    return count


def are_events(rows: Iterable[Any]) -> bool:
    """Return True if every row is an event or a session."""
    return all(isinstance(row, Mapping) and "event_type" in row and "event_name" in row for row in rows)


def is_session(event: Row) -> bool:
    """Return True for a session with the tree of its events."""
    return event.get("event_type") == "session" and "children" in event


def _number(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
