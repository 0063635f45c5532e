"""The two statements that every group of writes runs, for many rows at once and straight to the driver.

A statement for each row would make the writing thread ask for Python's lock at each row, and wait every time for the
thread that answers requests; and to put a statement together costs more than to run it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from sqlalchemy import Connection, Table

from .dialect import Dialect
from .schema import Row, events

# How many rows or keys one statement takes; few sizes, so that drivers and databases keep them prepared.
SIZES = (64, 16, 4, 1)


def insert_new(connection: Connection, dialect: Dialect, rows: Sequence[Row], table: Table = events) -> int:
    """Insert the rows whose key does not exist; how many did not."""
    made = done = 0
    columns = tuple(rows[0]) if rows else ()
    for size in SIZES:
        while len(rows) - done >= size:
            some = rows[done : done + size]
            values = tuple(chain.from_iterable(new.values() for new in some))
            made += connection.exec_driver_sql(_insert(table.name, dialect.mark, columns, size), values).rowcount
            done += size
    return made


def which_exist(connection: Connection, dialect: Dialect, ids: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The sessions among these that are stored, each with whether it is a placeholder."""
    remaining = tuple(ids)
    while remaining:
        some, remaining = remaining[: SIZES[0]], remaining[SIZES[0] :]
        size = min(size for size in SIZES if size >= len(some))
        padded = some + some[-1:] * (size - len(some))
        for session_id, placeholder in connection.exec_driver_sql(_select(dialect.mark, size), padded):
            yield session_id, bool(placeholder)


@cache
def _insert(table: str, mark: str, columns: tuple[str, ...], size: int) -> str:
    one = f"({', '.join([mark] * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([one] * size)} ON CONFLICT DO NOTHING"


@cache
def _select(mark: str, size: int) -> str:
    marks = ", ".join([mark] * size)
    return f"SELECT session_id, placeholder FROM {events.name} WHERE event_id = session_id AND session_id IN ({marks})"
