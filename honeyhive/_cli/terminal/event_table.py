"""Columns and texts of events and sessions: start, name, duration, number of events."""

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo
from typing import Any, Final, NamedTuple

from .cells import time_text
from .reply_rows import Row


class EventColumn(NamedTuple):
    """A column of a table of events."""

    name: str
    text: Callable[[Row, tzinfo | None], str]
    rank: int
    """Columns of a higher rank are dropped first in a narrow terminal."""
    is_whole: bool = False
    is_right: bool = False


def start_text(event: Row, zone: tzinfo | None) -> str:
    """Return the start of an event to the second; empty if the start is unknown."""
    return time_text(event.get("start_time"), zone)


def duration_text(event: Row) -> str:
    """Return the duration of an event, from `duration` or from its start and end; empty if both are unknown."""
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
    """Return the name of an event; empty if it has none."""
    return str(event.get("event_name") or "")


def children_of(event: Row) -> list[Row]:
    """Return the direct children of an event."""
    children = event.get("children")
    return [child for child in children if isinstance(child, Mapping)] if isinstance(children, list) else []


def count_below(event: Row) -> int:
    """Return the number of events below an event, at any depth."""
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


def _key(key: str) -> Callable[[Row, tzinfo | None], str]:
    return lambda event, _zone: str(event.get(key) or "")


_START: Final = EventColumn("start", start_text, 1, is_whole=True)
_NAME: Final = EventColumn("name", lambda event, _zone: name_text(event), 0)
_DURATION: Final = EventColumn("duration", lambda event, _zone: duration_text(event), 3, is_right=True)
EVENT_COLUMNS: Final = (
    _START,
    EventColumn("type", _key("event_type"), 2, is_whole=True),
    _NAME,
    _DURATION,
    EventColumn("event id", _key("event_id"), 0, is_whole=True),
)
SESSION_COLUMNS: Final = (
    _START,
    _NAME,
    EventColumn("events", lambda session, _zone: str(count_below(session)), 2, is_right=True),
    _DURATION,
    EventColumn("session id", _key("session_id"), 0, is_whole=True),
)
