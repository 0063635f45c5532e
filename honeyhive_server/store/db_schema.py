"""The tables: events (a session is the event whose id is the session's), definitions and dataset members."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from operator import itemgetter
from typing import Any, Final, TypeGuard

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Double,
    Index,
    MetaData,
    Select,
    Table,
    Text,
    func,
)

from ..model.http_messages import HTTPError
from ..model.json_codec import write_json

metadata: Final = MetaData()
# Maximum number of values in one IN clause; every supported engine allows several thousand.
CHUNK = 500
# Maximum length of an index key: PostgreSQL allows 2,700 bytes, and a character takes up to four.
MAX_KEY = 500
# Maximum length in bytes of an id or of a project name. An index key may hold two of them.
MAX_ID_BYTES = 1000

events: Final = Table(
    "events",
    metadata,
    # A hash-distributed table must have its distribution column in every unique key.
    Column("session_id", Text, primary_key=True),
    Column("event_id", Text, primary_key=True),
    Column("parent_id", Text),
    Column("project", Text, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("start_time", Double, nullable=False, comment="Unix milliseconds"),
    Column("received_at", BigInteger, nullable=False, comment="Unix microseconds, the order of arrival"),
    Column("placeholder", Boolean, nullable=False, comment="a session that was never sent but has events"),
    Column("document", JSON, nullable=False, comment="the whole event, as it is returned"),
    Column("run_id", Text, comment="the experiment run that the event's metadata names"),
    Column("lint", Text, comment="faults of its request that the service tolerates, one per line"),
    Column("changed_at", BigInteger, comment="Unix microseconds of the last change; null if it never changed"),
)
last_change: Final[ColumnElement[int]] = func.coalesce(events.c.changed_at, events.c.received_at)
is_root: Final[ColumnElement[bool]] = events.c.event_id == events.c.session_id

Index("events_by_id", events.c.event_id)
Index("events_by_arrival", events.c.received_at)
Index("events_by_start", events.c.start_time)
has_run: Final[ColumnElement[bool]] = events.c.run_id.is_not(None)
Index("events_by_run", events.c.run_id, sqlite_where=has_run, postgresql_where=has_run)
Index("events_by_project", events.c.project, events.c.start_time)
Index("sessions_by_start", events.c.start_time, sqlite_where=is_root, postgresql_where=is_root)
Index("sessions_by_project", events.c.project, events.c.start_time, sqlite_where=is_root, postgresql_where=is_root)

definitions: Final = Table(
    "definitions",
    metadata,
    # The id comes first, because a hash-distributed table is distributed by it.
    Column("id", Text, primary_key=True),
    Column("kind", Text, primary_key=True, comment="dataset, datapoint, run, metric..."),
    Column("project", Text, nullable=False),
    Column("name", Text),
    Column("state", Text, comment="the status of a run"),
    Column("parent", Text, comment="the dataset of a run, the metric of a version"),
    Column("created_at", BigInteger, nullable=False, comment="Unix microseconds, the order of creation"),
    Column("updated_at", BigInteger, comment="Unix microseconds"),
    Column("document", JSON, nullable=False),
)
Index("definitions_by_kind", definitions.c.kind, definitions.c.created_at)

dataset_datapoints: Final = Table(
    "dataset_datapoints",
    metadata,
    Column("dataset_id", Text, primary_key=True),
    Column("datapoint_id", Text, primary_key=True),
    Column("position", BigInteger, nullable=False, comment="the order in the dataset"),
)
Index("datasets_by_datapoint", dataset_datapoints.c.datapoint_id)

Row = dict[str, Any]
key: Final[Callable[[Row], tuple[str, str]]] = itemgetter("session_id", "event_id")
"""Returns the primary key of a row: (session_id, event_id)."""


def row(document: Mapping[str, Any], received_at: int, *, placeholder: bool = False, lint: str | None = None) -> Row:
    """Return the row of an event. Raises HTTPError (400) for nesting beyond 250 levels or an id that is too long."""
    if fault := key_fault(document):
        raise HTTPError(400, fault)
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


def key_fault(document: Mapping[str, Any]) -> str | None:
    """Return the reason why an id or the project of an event does not fit into an index, or None."""
    for name in ("session_id", "event_id", "project"):
        value = document[name]
        if isinstance(value, str) and len(value) > MAX_ID_BYTES // 4 and len(value.encode()) > MAX_ID_BYTES:
            return f"{name}: longer than {MAX_ID_BYTES} bytes; send a shorter one"
    return None


def run_of(document: Mapping[str, Any]) -> str | None:
    """Return the experiment run in an event's metadata, or None if it is not an indexable string."""
    metadata = document.get("metadata")
    named = metadata.get("run_id") if isinstance(metadata, dict) else None
    return named if is_key(named) else None


def is_key(value: object) -> TypeGuard[str]:
    """Return True for a string that fits into an index."""
    return isinstance(value, str) and 0 < len(value) <= MAX_KEY


def is_session_row(row: Row) -> bool:
    """Return True if the row is a session's own event."""
    return bool(row["event_id"] == row["session_id"])


def rows_with(
    connection: Connection, statement: Select[Any], column: ColumnElement[Any], values: Iterable[str]
) -> Iterator[Any]:
    """Yield the rows whose column has one of the values, with one statement for each chunk of values."""
    for chunk in chunks(values):
        yield from connection.execute(statement.where(column.in_(chunk)))


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Yield the values in lists that fit into one statement."""
    remaining = iter(values)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk
