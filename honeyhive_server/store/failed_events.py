"""The events with an error, for lists with the status "error".

A list of a condition without an index checks only the newest events. The word index of SQLite and an index of
PostgreSQL have the events with an error, so if there are few, the list shows all of them.
"""

from typing import Any, Final

import orjson
from sqlalchemy import CTE, Connection, func, literal_column, select

from .db_schema import events
from .dialect import BY_ROWID, dialect_of
from .project_scope import key_project
from .word_index import facet, progress

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
    rowids = _indexed(connection)
    indexed_to, last = progress(connection)
    if len(rowids) > MAX_FAILED or last - indexed_to > MAX_UNINDEXED:
        return None
    rowid: Any = literal_column("events.rowid")
    chosen = func.json_each(orjson.dumps(rowids).decode()).table_valued("value")
    indexed = found.where(rowid.in_(select(chosen.c.value)))
    return _materialized(indexed.union_all(found.where(rowid > indexed_to, failed)))


def are_few(connection: Connection) -> bool:
    """Return True if PostgreSQL has at most MAX_FAILED events with an error."""
    failed = dialect_of(connection).is_failed(events.c.document)
    some = select(events.c.session_id).where(failed).limit(MAX_FAILED + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) <= MAX_FAILED


def _indexed(connection: Connection) -> list[int]:
    """Return the row ids of at most MAX_FAILED + 1 indexed events of SQLite with an error."""
    project = key_project.get()
    facets = ["failed"] if project is None else ["failed", facet("p", project)]
    match = " AND ".join(f'facets : "{each}"' for each in facets)
    statement = "SELECT rowid FROM event_words WHERE event_words MATCH ? LIMIT ?"
    return list(connection.exec_driver_sql(statement, (match, MAX_FAILED + 1)).scalars())


def _materialized(found: Any) -> CTE:
    cte: CTE = found.cte("failed_events").prefix_with("MATERIALIZED")
    return cte
