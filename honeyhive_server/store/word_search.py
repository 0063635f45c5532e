"""Search in the word index, the newest matches first.

A common word may be in every event, and sorting a million of them takes a second. So a search reads a window of the
newest matches, and larger windows only until its page is full. All windows have the same order, and each begins with
the previous window, so that pages do not repeat matches.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple, Protocol

import orjson
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    Text,
    and_,
    func,
    literal,
    literal_column,
    not_,
    select,
    tablesample,
    true,
    tuple_,
)
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import NullType

from ..model.search_terms import SearchTerm
from .db_schema import events
from .dialect import PostgreSQL
from .project_scope import key_project
from .queries import PageWindow
from .word_prefixes import words_with

# Sizes of the windows in matches; a search stops after the last one.
WINDOWS: Final = (500, 2_000, 10_000, 100_000)
MAX_COUNT: Final = 10_000
"""Maximum number of counted matches."""
# Matches are not counted if the statistics and a sample show more than this multiple of MAX_COUNT.
CERTAINTY: Final = 2.5
SAMPLE: Final = 1000
"""Number of random events in the sample."""
MAX_CANDIDATES: Final = 50_000
"""Maximum number of events, as the statistics expect it, that are read to count the matches among them."""
# Hint without which SQLite would read all events of a project instead of those with the row ids of the matches.
HINT: Final = "NOT INDEXED"
BY_KEY: Final = "INDEXED BY sqlite_autoindex_events_1"
# The number of rows in the first line of a PostgreSQL query plan.
_ROWS: Final = re.compile(r"\brows=(\d+)")


class WordQuery(NamedTuple):
    """The search terms, and the filters on the event."""

    terms: Sequence[SearchTerm]
    project: str | None = None
    event_type: str | None = None
    failed: bool | None = None
    """True for events with an error, False for events without an error, None for all events."""


class Window(NamedTuple):
    """A limited number of the newest matches."""

    condition: ColumnElement[bool]
    """The condition that an event is in the window."""
    size: int | None
    """Maximum number of matches in the window; None if it has all matches."""
    rank: ColumnElement[Any]
    """Sort key of the matches; the newest match has the greatest value."""


class WordMatches(Protocol):
    """The events that match a query."""

    def windows(self, table: NamedFromClause) -> Iterator[Window]:
        """Yield growing windows of matches, until a window has all. The conditions refer to the events of ``table``."""

    def count(self) -> int | None:
        """Return the number of matches, at most MAX_COUNT + 1; None if counting takes too long."""


def find(connection: Connection, query: WordQuery) -> WordMatches:
    """Return the matches of a query."""
    matches = _SQLiteMatches if connection.dialect.name == "sqlite" else _PostgreSQLMatches
    return matches(connection, query)


def sessions_of(window: Window, table: NamedFromClause, page: PageWindow | None) -> Subquery:
    """Return (session_id, rank of the newest match) of each session with a match.

    The conditions refer to the events of ``table``. With a page, return only the sessions of the page and the next one.
    """
    rank = func.max(window.rank).label("rank")
    found = select(table.c.session_id, rank).with_hint(table, HINT, "sqlite")
    found = found.where(window.condition).group_by(table.c.session_id)
    if page is not None:
        found = found.order_by(rank.desc(), table.c.session_id).limit(page.limit + 1).offset(page.offset)
    return found.subquery("found")


class _SQLiteMatches:
    def __init__(self, connection: Connection, query: WordQuery) -> None:
        self._connection = connection
        self._match = _match(connection, query)
        # The matches are read once for all windows and the count: for two frequent words that no event contains
        # together, this takes most of the search.
        self._newest = self._rowids(MAX_COUNT + 1)

    def windows(self, table: NamedFromClause) -> Iterator[Window]:
        rowid: ColumnElement[int] = literal_column(f"{table.name}.rowid")
        # The index is in the order of arrival. Sorting by start needs all matches, so only a limited number is sorted.
        is_common = self.count() > MAX_COUNT
        rank: ColumnElement[Any] = rowid if is_common else table.c.start_time
        for size in WINDOWS if is_common else (MAX_COUNT,):
            is_read = size < len(self._newest) or not is_common
            rowids = self._newest if is_read else self._rowids(size + 1)
            chosen = func.json_each(orjson.dumps(rowids[:size]).decode()).table_valued("value")
            is_all = len(rowids) <= size
            yield Window(rowid.in_(select(chosen.c.value)), None if is_all else size, rank)
            if is_all:
                return

    def count(self) -> int:
        return len(self._newest)

    def _rowids(self, limit: int) -> Sequence[int]:
        # The row ids are in the order of arrival, which is the order of the index.
        statement = "SELECT rowid FROM event_words WHERE event_words MATCH ? ORDER BY rowid DESC LIMIT ?"
        return self._connection.exec_driver_sql(statement, (self._match, limit)).scalars().all()


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


class _PostgreSQLMatches:
    def __init__(self, connection: Connection, query: WordQuery) -> None:
        self._connection = connection
        self._query = query
        self._all: int | None = None
        self._uses_indexes = False
        # The words of a phrase have the same estimate as the phrase.
        self._expected = self._estimate(
            "SELECT FROM events WHERE words @@ to_tsquery('simple', %s)", _phrases_of(query)
        )

    def windows(self, table: NamedFromClause) -> Iterator[Window]:
        # For a common word, reading the whole index is slow.
        if self._expected <= MAX_COUNT and (candidates := self._candidates()) <= MAX_COUNT:
            if candidates:
                yield self._every(table)
            return
        # A frequent word is found fastest among the newest events. IS TRUE keeps the planner from using the word
        # index, which it would read for all events.
        match = _is_match(self._query, table).is_(true())
        newest = select(events.c.start_time).order_by(events.c.start_time.desc())
        for size in WINDOWS[:2]:
            since = self._connection.scalar(newest.offset(size).limit(1))
            condition = match if since is None else match & (table.c.start_time >= since)
            yield Window(condition, since and size, table.c.start_time)
            if since is None:
                return
        # There are more candidates than the statistics expect if they are outdated. Then there may be many matches.
        if self._expected > MAX_COUNT and not self._has_too_many:
            yield self._every(table)
            return
        for size in WINDOWS[1:]:
            some = (
                self._found()
                .order_by(events.c.start_time.desc(), events.c.received_at.desc(), events.c.event_id)
                .limit(size)
            )
            is_all = size > MAX_COUNT and (self._connection.scalar(_number_of(some)) or 0) < size
            yield Window(_is_hit(table, some), None if is_all else size, table.c.start_time)
            if is_all:
                return

    def count(self) -> int | None:
        if self._all is None and self._has_too_many:
            return MAX_COUNT + 1
        if self._all is None and self._expected <= MAX_CANDIDATES:
            self._use_indexes()
            self._all = self._connection.scalar(_number_of(self._found().limit(MAX_COUNT + 1))) or 0
        return self._all

    def _candidates(self) -> int:
        """Return the number of events with all words, at most MAX_COUNT + 1. The words of a phrase may be apart."""
        self._use_indexes()
        words = WordQuery([SearchTerm("", (word,)) for term in self._query.terms for word in term.words[:-1]])
        last = [term._replace(words=term.words[-1:]) for term in self._query.terms]
        apart = self._query._replace(terms=[*words.terms, *last])
        found = select(events.c.event_id).where(_is_match(apart, events)).limit(MAX_COUNT + 1)
        number = self._connection.scalar(_number_of(found)) or 0
        if not words.terms:
            self._all = number
        return number

    def _use_indexes(self) -> None:
        """Keep the planner from reading whole tables for words that it expects in many events."""
        if not self._uses_indexes:
            self._connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            self._uses_indexes = True

    def _estimate(self, query: str, *values: str) -> int:
        """Return the planner's estimate of the number of rows; 0 if an extension makes the plan."""
        plan = self._connection.exec_driver_sql(f"EXPLAIN {query}", values).scalar() or ""
        first = _ROWS.search(plan)
        return 0 if first is None or plan.startswith("Custom Scan") else int(first[1])

    @cached_property
    def _has_too_many(self) -> bool:
        """Return True if a random sample and the statistics both show more than MAX_COUNT matches."""
        if self._expected <= CERTAINTY * MAX_COUNT:
            return False
        share = min(1.0, SAMPLE / max(self._estimate("SELECT FROM events"), 1))
        # With the same seed, the pages of a search show the same number of matches.
        sample = tablesample(events, func.system(100 * share), name="sample", seed=literal_column("0"))
        found = (
            self._connection.scalar(_number_of(select(sample.c.event_id).where(_is_match(self._query, sample)))) or 0
        )
        return found > CERTAINTY * MAX_COUNT * share

    def _every(self, table: NamedFromClause) -> Window:
        self._use_indexes()
        if table is not events:
            # The sessions of the matches are found fastest if the matches are read first.
            return Window(_is_hit(table, self._found()), None, table.c.start_time)
        # For a sum, the planner does not read all events in the order of the start until it has found enough matches.
        return Window(_is_match(self._query, table), None, table.c.start_time + 0)

    def _found(self) -> Select[Any]:
        return select(events.c.session_id, events.c.event_id).where(_is_match(self._query, events))


def _number_of(found: Select[Any]) -> Select[Any]:
    return select(func.count()).select_from(found.subquery())


def _is_hit(table: NamedFromClause, found: Select[Any]) -> ColumnElement[bool]:
    hits = found.cte("hits").prefix_with("MATERIALIZED")
    return tuple_(table.c.session_id, table.c.event_id).in_(select(hits))


def _is_match(query: WordQuery, table: NamedFromClause) -> ColumnElement[bool]:
    words: ColumnElement[Any] = literal_column(f"{table.name}.words", NullType())
    terms = func.to_tsquery(literal_column("'simple'"), literal(_phrases_of(query), Text))
    clauses: list[ColumnElement[bool]] = [words.op("@@", is_comparison=True)(terms)]
    if query.project is not None:
        clauses.append(table.c.project == query.project)
    if query.event_type is not None:
        clauses.append(table.c.event_type == query.event_type)
    if query.failed is not None:
        failed = PostgreSQL().is_failed(table.c.document)
        clauses.append(failed if query.failed else not_(failed))
    return and_(*clauses)


def _phrases_of(query: WordQuery) -> str:
    return " & ".join(f"'{' '.join(term.words)}'{':*' if term.is_prefix else ''}" for term in query.terms)
