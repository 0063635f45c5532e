"""The table of events: every event is a row, and a session is the event whose id is the session's."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, TypeGuard

from sqlalchemy import JSON, BigInteger, Boolean, Column, ColumnElement, Double, Index, MetaData, Table, Text

from ..model.json_codec import write_json

metadata: Final = MetaData()
# How many values an IN takes; the smallest limit of a supported engine is some thousands.
CHUNK = 500
# A key of an index has a largest size, on PostgreSQL 2,700 bytes; a character takes at most four.
MAX_KEY = 500

events: Final = Table(
    "events",
    metadata,
    # A hash-distributed table needs the column of its distribution in every unique key.
    Column("session_id", Text, primary_key=True),
    Column("event_id", Text, primary_key=True),
    Column("parent_id", Text),
    Column("project", Text, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("start_time", Double, nullable=False, comment="Unix milliseconds"),
    Column("received_at", BigInteger, nullable=False, comment="Unix microseconds, the order of arrival"),
    Column("placeholder", Boolean, nullable=False, comment="a session that was never sent but has events"),
    Column("document", JSON, nullable=False, comment="the whole event, as it is answered"),
    Column("run_id", Text, comment="the experiment run that the event's metadata names"),
    Column("lint", Text, comment="what its request did that the service only tolerates, a line each"),
)
is_root: Final[ColumnElement[bool]] = events.c.event_id == events.c.session_id

Index("events_by_id", events.c.event_id)
Index("events_by_arrival", events.c.received_at)
Index("events_by_start", events.c.start_time)
has_run: Final[ColumnElement[bool]] = events.c.run_id.is_not(None)
Index("events_by_run", events.c.run_id, sqlite_where=has_run, postgresql_where=has_run)
Index("sessions_by_project", events.c.project, events.c.start_time, sqlite_where=is_root, postgresql_where=is_root)

Row = dict[str, Any]


def row(document: Mapping[str, Any], received_at: int, *, placeholder: bool = False, lint: str | None = None) -> Row:
    """The row of a document. Raises Refusal (400) for one nested too deeply."""
    return {
        "session_id": document["session_id"],
        "event_id": document["event_id"],
        "parent_id": document.get("parent_id"),
        "project": document["project"],
        "event_type": document["event_type"],
        "start_time": float(document["start_time"]),
        "received_at": received_at,
        "placeholder": placeholder,
        "document": write_json(document),
        "run_id": run_of(document),
        "lint": lint,
    }


def run_of(document: Mapping[str, Any]) -> str | None:
    """The experiment run that an event names, if it is a text that can be looked up."""
    metadata = document.get("metadata")
    named = metadata.get("run_id") if isinstance(metadata, dict) else None
    return named if is_key(named) else None


def is_key(value: object) -> TypeGuard[str]:
    """Whether a value is a text that an index takes."""
    return isinstance(value, str) and 0 < len(value) <= MAX_KEY


def is_sessions_own(row: Row) -> bool:
    """Whether the event is its session's root."""
    return bool(row["event_id"] == row["session_id"])


def key(row: Row) -> tuple[str, str]:
    """The primary key of a row."""
    return row["session_id"], row["event_id"]


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """The values in lists that fit one statement."""
    remaining = iter(values)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk
