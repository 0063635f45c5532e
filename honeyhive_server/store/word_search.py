"""Search in the index of words, the newest matches first.

A common word may be in every event, and sorting a million of them takes a second. So a search looks at the newest
matches first, and at more of them only until it has filled its page.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    func,
    literal,
    literal_column,
    not_,
    select,
    text,
    tuple_,
)
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import NullType

from ..model.search_terms import SearchTerm
from .db_schema import events
from .dialect import PostgreSQL
from .project_scope import key_project

# Matches to sort and filter at a time; the last is where a search stops.
WINDOWS: Final = (500, 5_000, 100_000)
MAX_COUNT: Final = 10_000
"""Matches that are counted."""


class WordQuery(NamedTuple):
    """The terms to search for, and what the event is."""

    terms: Sequence[SearchTerm]
    project: str | None = None
    event_type: str | None = None
    failed: bool | None = None
    """True for events with an error, False for those without, None for all."""


class Window(NamedTuple):
    """The newest matches."""

    condition: ColumnElement[bool]
    """The condition that an event is one of them."""
    size: int | None
    """The greatest number of matches in it; None if these are all."""


def windows(connection: Connection, query: WordQuery, table: NamedFromClause) -> Iterator[Window]:
    """Yield growing windows of matches, for a condition on the events of table, until one has all."""
    for size in WINDOWS:
        if connection.dialect.name == "sqlite":
            window = _sqlite_window(connection, query, table, size)
        else:
            window = _postgresql_window(connection, query, table, size)
        yield window
        if window.size is None:
            return


def count(connection: Connection, query: WordQuery) -> int:
    """Return the number of matching events, at most MAX_COUNT + 1."""
    return connection.scalar(select(func.count()).select_from(_hits(connection, query, MAX_COUNT + 1).subquery())) or 0


def _hits(connection: Connection, query: WordQuery, limit: int) -> Select[Any]:
    if connection.dialect.name == "sqlite":
        return _rowids(query, limit)
    _force_index(connection)
    return select(events.c.event_id).where(_is_match(query, events)).limit(limit)


def _sqlite_window(connection: Connection, query: WordQuery, table: NamedFromClause, size: int) -> Window:
    rowids = _rowids(query, size)
    found = connection.scalar(select(func.count()).select_from(rowids.subquery())) or 0
    condition = literal_column(f"{table.name}.rowid").in_(rowids)
    return Window(condition, size if found >= size else None)


def _rowids(query: WordQuery, limit: int) -> Select[Any]:
    index: ColumnElement[Any] = literal_column("event_words")
    rowid: ColumnElement[int] = literal_column("rowid")
    found = select(rowid).select_from(text("event_words")).where(index.op("MATCH", is_comparison=True)(_match(query)))
    # The order of arrival, in which the index has them.
    return found.order_by(rowid.desc()).limit(limit)


def _match(query: WordQuery) -> str:
    parts = ["words : " + _phrase(term) for term in query.terms]
    project = query.project if query.project is not None else key_project.get()
    for letter, value in (("p", project), ("t", query.event_type)):
        if value is not None:
            parts.append(f'facets : "{letter}{value.encode().hex()}"')
    if query.failed:
        parts.append('facets : "failed"')
    joined = " AND ".join(parts)
    return f'({joined}) NOT facets : "failed"' if query.failed is False else joined


def _phrase(term: SearchTerm) -> str:
    # FTS5 reads queries as it reads events, up to a NUL.
    typed = term.typed.replace('"', '""').replace("\0", " ")
    return f'"{typed}"{"*" if term.is_prefix else ""}'


def _postgresql_window(connection: Connection, query: WordQuery, table: NamedFromClause, size: int) -> Window:
    match = _is_match(query, table)
    if size == WINDOWS[0]:
        # A word of many events is found fastest among the newest events, without the index.
        newest = select(events.c.start_time).order_by(events.c.start_time.desc()).offset(size).limit(1)
        since = connection.scalar(newest)
        return Window(match if since is None else match & (table.c.start_time >= since), size if since else None)
    _force_index(connection)
    found = select(events.c.session_id, events.c.event_id).where(_is_match(query, events))
    found = found.order_by(events.c.start_time.desc()).limit(size)
    hits = found.cte("hits").prefix_with("MATERIALIZED")
    total = connection.scalar(select(func.count()).select_from(found.subquery())) or 0
    condition = tuple_(table.c.session_id, table.c.event_id).in_(select(hits))
    return Window(condition, size if total >= size else None)


def _is_match(query: WordQuery, table: NamedFromClause) -> ColumnElement[bool]:
    words: ColumnElement[Any] = literal_column(f"{table.name}.words", NullType())
    phrases = (f"'{' '.join(term.words)}'{':*' if term.is_prefix else ''}" for term in query.terms)
    terms = func.to_tsquery(literal_column("'simple'"), literal(" & ".join(phrases), Text))
    clauses: list[ColumnElement[bool]] = [words.op("@@", is_comparison=True)(terms)]
    if query.project is not None:
        clauses.append(table.c.project == query.project)
    if query.event_type is not None:
        clauses.append(table.c.event_type == query.event_type)
    if query.failed is not None:
        failed = PostgreSQL().exists(table.c.document, ("error",))
        clauses.append(failed if query.failed else not_(failed))
    return and_(*clauses)


def _force_index(connection: Connection) -> None:
    # The planner reads whole tables for words that it believes to be in many events.
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
