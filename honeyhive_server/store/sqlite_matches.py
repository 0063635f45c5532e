"""Matches of a search in the full-text index of SQLite."""

from collections.abc import Iterator, Sequence, Set
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, func, literal_column, select
from sqlalchemy.sql.selectable import NamedFromClause

from ..model.search_terms import SearchTerm
from . import word_query
from .project_scope import key_project
from .word_prefixes import words_with
from .word_query import Window, WordQuery


class SQLiteMatches:
    """The events of SQLite that match a query."""

    def __init__(self, connection: Connection, query: WordQuery) -> None:
        self._connection = connection
        self._match = _match(connection, query)
        self._few = _few(connection, query)
        # The matches are read once for all windows and the count: for two frequent words that no event contains
        # together, this takes most of the search.
        self._newest = self._rowids(word_query.MAX_COUNT + 1) if self._few is None else ()

    def windows(self, table: NamedFromClause, wanted: int) -> Iterator[Window]:
        if self._few is not None:
            yield from self._among(self._few, table)
            return
        # The index is in the order of arrival. Sorting by start needs all matches, so only a limited number is sorted.
        is_common = self.count() > word_query.MAX_COUNT
        rank: ColumnElement[Any] = _rowid(table) if is_common else table.c.start_time
        sizes = (
            [size for size in word_query.WINDOWS[:-1] if size >= wanted] + [word_query.WINDOWS[-1]]
            if is_common
            else [word_query.MAX_COUNT]
        )
        for size in sizes:
            is_read = size < len(self._newest) or not is_common
            rowids = self._newest if is_read else self._rowids(size + 1)
            is_all = len(rowids) <= size
            yield Window(_is_one_of(rowids[:size], table), None if is_all else size, rank)
            if is_all:
                return

    def count(self) -> int:
        return len(self._newest)

    def _rowids(self, limit: int) -> Sequence[int]:
        # The row ids are in the order of arrival, which is the order of the index.
        statement = "SELECT rowid FROM event_words WHERE event_words MATCH ? ORDER BY rowid DESC LIMIT ?"
        return self._connection.exec_driver_sql(statement, (self._match, limit)).scalars().all()

    def _among(self, few: Set[int], table: NamedFromClause) -> Iterator[Window]:
        """Yield a window of the matches among few events."""
        limit = word_query.WINDOWS[-1]
        statement = "SELECT rowid FROM event_words WHERE event_words MATCH ? AND rowid BETWEEN ? AND ? "
        within = (self._match, min(few, default=0), max(few, default=0), limit)
        rowids = self._connection.exec_driver_sql(f"{statement} ORDER BY rowid DESC LIMIT ?", within).scalars().all()
        found = [rowid for rowid in rowids if rowid in few]
        yield Window(_is_one_of(found, table), None if len(rowids) < limit else limit, table.c.start_time)


def _few(connection: Connection, query: WordQuery) -> Set[int] | None:
    """Return the row ids of the events in the query's sessions or time; None if there are many."""
    if query.sessions is not None:
        statement = "SELECT rowid FROM events WHERE session_id IN (SELECT value FROM json_each(?))"
        return set(connection.exec_driver_sql(statement, (orjson.dumps(query.sessions).decode(),)).scalars())
    if query.first is None:
        return None
    statement = "SELECT rowid FROM events INDEXED BY events_by_start WHERE start_time >= ? LIMIT ?"
    found = set(connection.exec_driver_sql(statement, (query.first, word_query.MAX_COUNT + 1)).scalars())
    return found if len(found) <= word_query.MAX_COUNT else None


def _is_one_of(rowids: Sequence[int], table: NamedFromClause) -> ColumnElement[bool]:
    chosen = func.json_each(orjson.dumps(rowids).decode()).table_valued("value")
    return _rowid(table).in_(select(chosen.c.value))


def _rowid(table: NamedFromClause) -> ColumnElement[int]:
    return literal_column(f"{table.name}.rowid")


def _match(connection: Connection, query: WordQuery) -> str:
    parts = [f"words : ({_phrases(connection, term)})" for term in query.terms]
    project = query.project if query.project is not None else key_project.get()
    for letter, value in (("p", project), ("t", query.event_type)):
        if value is not None:
            parts.append(f'facets : "{letter}{value.encode().hex()}"')
    if query.failed:
        parts.append('facets : "failed"')
    joined = " AND ".join(parts)
    return f'({joined}) NOT facets : "failed"' if query.failed is False else joined


def _phrases(connection: Connection, term: SearchTerm) -> str:
    # FTS5 tokenizes queries like events, up to a NUL.
    typed = term.typed.replace('"', '""').replace("\0", " ")
    prefix = typed.removesuffix("*")
    if term.is_prefix and prefix.isascii() and prefix.isalnum():
        found = words_with(connection, prefix)
        return " OR ".join(_quoted(word.text, is_prefix=word.is_prefix) for word in found) or _quoted(prefix)
    return _quoted(typed, is_prefix=term.is_prefix)


def _quoted(typed: str, *, is_prefix: bool = False) -> str:
    return f'"{typed}"{"*" if is_prefix else ""}'
