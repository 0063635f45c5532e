"""Matches of a search in the full-text index of SQLite."""

from collections.abc import Iterator, Sequence
from typing import Final

import orjson
from sqlalchemy import ColumnElement, Connection, func, literal_column, select
from sqlalchemy.sql.selectable import NamedFromClause

from ..model.search_terms import SearchTerm
from . import word_query
from .project_scope import key_project
from .word_prefixes import words_with
from .word_query import Window, WordQuery

LARGEST_ROWID: Final = 2**63 - 1


class SQLiteMatches:
    """The events of SQLite that match a query."""

    def __init__(self, connection: Connection, query: WordQuery) -> None:
        self._connection = connection
        self._query = query
        self._match = _match(connection, query)
        # The matches are read once for all windows and the count: for two frequent words that no event contains
        # together, this takes most of the search.
        self.newest: Sequence[int] = self._rowids(word_query.MAX_COUNT + 1)
        """The row ids of the newest matches, at most MAX_COUNT + 1."""

    def windows(self, table: NamedFromClause, wanted: int) -> Iterator[Window]:
        if self.count() <= word_query.MAX_COUNT:
            yield Window(is_one_of(self.newest, table), None, table.c.start_time)
        elif (chosen := self._chosen_rowids()) is None:
            yield from self._limited(table, wanted)
        elif chosen:
            yield from self._among(chosen, table, wanted)

    def count(self) -> int:
        return len(self.newest)

    def _limited(self, table: NamedFromClause, wanted: int) -> Iterator[Window]:
        """Yield windows of many matches."""
        *sizes, largest = word_query.WINDOWS
        for size in (*(size for size in sizes if size >= wanted), largest):
            rowids = self.newest if size < len(self.newest) else self._rowids(size + 1)
            is_all = len(rowids) <= size
            # The index is in the order of arrival. Sorting by start needs all matches.
            yield Window(is_one_of(rowids[:size], table), None if is_all else size, rowid(table))
            if is_all:
                return

    def _among(self, chosen: Sequence[int], table: NamedFromClause, wanted: int) -> Iterator[Window]:
        """Yield growing windows of the matches among the chosen events, until all of these events are read."""
        # If the chosen events are far apart, the index has many other matches between them. So it is read in steps,
        # and the matches are in the order of arrival, as they are without chosen events.
        is_dense = chosen[0] - chosen[-1] <= word_query.WINDOWS[-1]
        found: list[int] = []
        done, size = 0, len(chosen) if is_dense else 10 * wanted
        while done < len(chosen):
            batch = chosen[done : done + size]
            found += self._matches_in(batch)
            done, size = done + len(batch), 4 * size
            rank = table.c.start_time if is_dense else rowid(table)
            yield Window(is_one_of(found, table), None if done == len(chosen) else len(found), rank)

    def _matches_in(self, batch: Sequence[int]) -> list[int]:
        """Return the row ids of the batch that match, in the same order."""
        limit, last, chosen = word_query.WINDOWS[-1], batch[0], set(batch)
        found: list[int] = []
        while True:
            rowids = self._rowids(limit, batch[-1], last)
            found += [each for each in rowids if each in chosen]
            if len(rowids) < limit:
                return found
            last = rowids[-1] - 1

    def _rowids(self, limit: int, first: int = 0, last: int = LARGEST_ROWID) -> Sequence[int]:
        # The row ids are in the order of arrival, which is the order of the index.
        statement = "SELECT rowid FROM event_words WHERE event_words MATCH ? AND rowid BETWEEN ? AND ? "
        values = (self._match, first, last, limit)
        return self._connection.exec_driver_sql(f"{statement} ORDER BY rowid DESC LIMIT ?", values).scalars().all()

    def _chosen_rowids(self) -> Sequence[int] | None:
        """Return the row ids of the events in the sessions or the time of the query, the last one first.

        Return None if the query has neither, or if the time has many events.
        """
        query, connection = self._query, self._connection
        sessions = query.sessions()
        if sessions is not None:
            statement = "SELECT rowid FROM events WHERE session_id IN (SELECT value FROM json_each(?))"
            found = connection.exec_driver_sql(statement, (orjson.dumps(sessions).decode(),)).scalars()
            return sorted(found, reverse=True)
        if query.first is None:
            return None
        statement = "SELECT rowid FROM events INDEXED BY events_by_start WHERE start_time >= ? LIMIT ?"
        found = connection.exec_driver_sql(statement, (query.first, word_query.MAX_COUNT + 1)).scalars()
        rowids = sorted(found, reverse=True)
        return rowids if len(rowids) <= word_query.MAX_COUNT else None


def is_one_of(rowids: Sequence[int], table: NamedFromClause) -> ColumnElement[bool]:
    """Return the condition that an event of the table has one of the row ids."""
    chosen = func.json_each(orjson.dumps(rowids).decode()).table_valued("value")
    return rowid(table).in_(select(chosen.c.value))


def rowid(table: NamedFromClause) -> ColumnElement[int]:
    """Return the row id of the events of the table."""
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
