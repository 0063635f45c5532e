"""The most frequent statements of group commits, each for many rows, passed directly to the driver.

With one statement per row, the writing thread would release the GIL for every row, and wait each time for the thread
that handles requests. Building a statement with SQLAlchemy costs more than running it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from sqlalchemy import Connection, Table

from .db_schema import Row, events

# Rows or keys per statement. Larger sizes save little, and each size needs its own prepared statement.
MAX_ROWS = 64


def insert_new(connection: Connection, rows: Sequence[Row], table: Table = events) -> int:
    """Insert the rows whose key does not exist, and return their number."""
    made = 0
    columns = tuple(rows[0]) if rows else ()
    for start in range(0, len(rows), MAX_ROWS):
        some = rows[start : start + MAX_ROWS]
        values = tuple(chain.from_iterable(new.values() for new in some))
        made += connection.exec_driver_sql(_insert(table.name, _mark(connection), columns, len(some)), values).rowcount
    return made


def which_exist(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield (session id, True if it is a placeholder) of the stored sessions among these ids."""
    remaining = tuple(ids)
    while remaining:
        some, remaining = remaining[:MAX_ROWS], remaining[MAX_ROWS:]
        for session_id, placeholder in connection.exec_driver_sql(_select(_mark(connection), len(some)), some):
            yield session_id, bool(placeholder)


def _mark(connection: Connection) -> str:
    """Return the driver's placeholder for a value."""
    return "?" if connection.dialect.paramstyle == "qmark" else "%s"


@cache
def _insert(table: str, mark: str, columns: tuple[str, ...], size: int) -> str:
    one = f"({', '.join([mark] * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([one] * size)} ON CONFLICT DO NOTHING"


@cache
def _select(mark: str, size: int) -> str:
    marks = ", ".join([mark] * size)
    return f"SELECT session_id, placeholder FROM {events.name} WHERE event_id = session_id AND session_id IN ({marks})"
