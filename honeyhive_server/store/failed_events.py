"""The events with an error, for lists with the status "error".

A list of a condition without an index checks only the newest events. The word index of SQLite and an index of
PostgreSQL have the events with an error, so if there are few, the list shows all of them.
"""

from typing import Any, Final

from sqlalchemy import CTE, Connection, func, select

from . import word_query
from .db_schema import events
from .dialect import BY_ROWID, dialect_of
from .sqlite_matches import SQLiteMatches, is_one_of, rowid
from .word_index import progress
from .word_query import WordQuery

MAX_FAILED: Final = 10_000
"""Maximum number of events with an error that a list reads."""
MAX_UNINDEXED: Final = 50_000
"""Maximum number of events of SQLite, not yet in the index, that a list reads."""


def find(connection: Connection) -> CTE | None:
    """Return a query for (session_id, event_id) of all events with an error; None if more than MAX_FAILED have one."""
    failed = dialect_of(connection).is_failed(events.c.document)
    found = select(events.c.session_id, events.c.event_id).with_hint(events, BY_ROWID, "sqlite")
    if connection.dialect.name != "sqlite":
        return _materialized(found.where(failed)) if are_few(connection) else None
    matches = SQLiteMatches(connection, WordQuery((), failed=True))
    indexed_to, last = progress(connection)
    if matches.count() > min(MAX_FAILED, word_query.MAX_COUNT) or last - indexed_to > MAX_UNINDEXED:
        return None
    indexed = found.where(is_one_of(matches.newest, events))
    return _materialized(indexed.union_all(found.where(rowid(events) > indexed_to, failed)))


def are_few(connection: Connection) -> bool:
    """Return True if PostgreSQL has at most MAX_FAILED events with an error."""
    failed = dialect_of(connection).is_failed(events.c.document)
    some = select(events.c.session_id).where(failed).limit(MAX_FAILED + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) <= MAX_FAILED


def _materialized(found: Any) -> CTE:
    cte: CTE = found.cte("failed_events").prefix_with("MATERIALIZED")
    return cte
