"""The statements that groups of writes run most, for many rows at once and straight to the driver.

A statement for each row would make the writing thread ask for Python's lock at each row, and wait every time for the
thread that answers requests; and to put a statement together costs more than to run it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from sqlalchemy import Connection, Table

from .dialect import Dialect
from .schema import Row, events

# How many rows or keys one statement takes at most.
MAX_ROWS = 64


def insert_new(connection: Connection, dialect: Dialect, rows: Sequence[Row], table: Table = events) -> int:
    """Insert the rows whose key does not exist; how many did not."""
    made = 0
    columns = tuple(rows[0]) if rows else ()
    for start in range(0, len(rows), MAX_ROWS):
        some = rows[start : start + MAX_ROWS]
        values = tuple(chain.from_iterable(new.values() for new in some))
        made += connection.exec_driver_sql(_insert(table.name, dialect.mark, columns, len(some)), values).rowcount
    return made


def which_exist(connection: Connection, dialect: Dialect, ids: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The sessions among these that are stored, each with whether it is a placeholder."""
    remaining = tuple(ids)
    while remaining:
        some, remaining = remaining[:MAX_ROWS], remaining[MAX_ROWS:]
        for session_id, placeholder in connection.exec_driver_sql(_select(dialect.mark, len(some)), some):
            yield session_id, bool(placeholder)


@cache
def _insert(table: str, mark: str, columns: tuple[str, ...], size: int) -> str:
    one = f"({', '.join([mark] * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([one] * size)} ON CONFLICT DO NOTHING"


@cache
def _select(mark: str, size: int) -> str:
    marks = ", ".join([mark] * size)
    return f"SELECT session_id, placeholder FROM {events.name} WHERE event_id = session_id AND session_id IN ({marks})"
