"""Matches of a search in the word index of PostgreSQL.

The index finds the events that have a word, in no order and without the positions of words. So a rare word is searched
in the index, and a common word in the newest events. The statistics of the table decide which words are common.
"""

import math
from collections.abc import Generator, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Double,
    FromClause,
    Row,
    Select,
    Text,
    and_,
    any_,
    cast,
    func,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import TypeEngine

from . import failed_events, word_pairs, word_query
from .db_schema import events
from .match_conditions import conditions
from .match_estimates import MatchEstimate
from .word_query import Window, WordQuery

NEWEST: Final = 50_000
"""Number of newest events that are read to find a common word."""
NEWEST_FOR_PHRASE: Final = 100_000
"""Number of newest events in which a rare phrase of common words is looked for with the index."""
NEWEST_IN_SESSIONS: Final = 2_000
"""Number of newest events that are read before all events of the chosen sessions."""
FEW: Final = 1000
"""Phrases whose words occur together in more events than this are found by the index of pairs."""
MAX_SAMPLED: Final = 10
"""The index of pairs is used if at most this many sampled events have the phrases."""
_KEY: Final = (events.c.session_id, events.c.event_id)
_MATCH: Final = (*_KEY, events.c.start_time, events.c.received_at)
_NEWEST_FIRST: Final = (events.c.start_time.desc(), events.c.received_at.desc(), events.c.event_id)
Match = Row[tuple[str, str, float, int]]


class PostgreSQLMatches:
    """The events of PostgreSQL that match a query."""

    def __init__(self, connection: Connection, query: WordQuery) -> None:
        self._connection = connection
        self._query = query
        self._estimate = MatchEstimate(connection, query)
        self._count: int | None = None

    def windows(self, table: NamedFromClause, wanted: int) -> Iterator[Window]:
        """Yield windows from an index that finds few matches, from the newest events, or from the order of the start.

        The conditions refer to the events of ``table``.
        """
        sizes = sorted({min(each, word_query.MAX_COUNT) for each in (wanted, 10 * wanted)})
        if self._estimate.is_common and (yield from self._in_sessions(table, sizes)):
            return
        found = self._from_index()
        first = None if found is None else self._first_if_few(found, sizes[-1])
        if found is not None and first is not None:
            if first:
                yield from self._all(table, found, first, sizes)
            return
        # The statistics may be outdated: the word is common.
        if not self._estimate.is_common and (yield from self._in_sessions(table, sizes)):
            return
        if wanted <= word_query.MAX_COUNT:
            if (yield from self._from_newest(table, sizes)):
                return
            # If the statistics are outdated, there may be fewer matches.
            found = self._found()
            is_uncounted = self._count is None and not self._estimate.has_too_many
            if is_uncounted and (first := self._first_if_few(found, sizes[-1])) is not None:
                yield from self._all(table, found, first, sizes)
                return
        yield from self._by_start(table, wanted)

    def count(self) -> int | None:
        if self._count is None and self._estimate.has_too_many:
            return word_query.MAX_COUNT + 1
        if self._count is None and (self._estimate.is_word or not self._estimate.is_common):
            self._set("enable_seqscan = off")
            some = select(events.c.event_id).where(*conditions(self._query, events)).limit(word_query.MAX_COUNT + 1)
            self._count = self._connection.scalar(_number_of(some)) or 0
        return self._count

    def _all(
        self, table: NamedFromClause, found: Select[Any], first: Sequence[Match], sizes: Sequence[int]
    ) -> Iterator[Window]:
        """Yield growing windows of all matches, of which the ``first`` are read."""
        total = first[0].total if first else 0
        for size in sizes:
            # Reading a few more matches takes less time than another window.
            if size < total / 3:
                yield _window(table, first[:size], size)
        yield _window(table, first if len(first) == total else self._read(_newest_first(found)), None)

    def _from_newest(self, table: NamedFromClause, sizes: Sequence[int]) -> Generator[Window, None, bool]:
        """Yield growing windows of the matches among the newest events, and return True if these are all matches."""
        since = self._start_of(NEWEST_FOR_PHRASE if self._estimate.is_rare_phrase else NEWEST)
        for size in sizes[-1:] if self._estimate.is_rare_phrase else sizes:
            matches = self._newest(size, since)
            is_all = len(matches) < size and self._is_before(since)
            yield _window(table, matches, None if is_all else size)
            if len(matches) < size:
                return is_all
        return False

    def _by_start(self, table: NamedFromClause, wanted: int) -> Iterator[Window]:
        """Yield windows that end at a start time, because there are too many matches to read their keys."""
        starts = select(events.c.start_time).where(*conditions(self._query, events)).order_by(*_NEWEST_FIRST[:1])
        for size in word_query.WINDOWS:
            if size < min(wanted, word_query.WINDOWS[-1]):
                continue
            since = self._connection.scalar(starts.offset(size).limit(1))
            later = () if since is None else (table.c.start_time >= since,)
            condition = and_(*conditions(self._query, table, without_index=self._estimate.is_common), *later)
            yield Window(condition, None if since is None else size, table.c.start_time)
            if since is None:
                return

    def _from_index(self) -> Select[Any] | None:
        """Return the query for all matches if an index finds them fast; otherwise None."""
        if self._query.failed and failed_events.are_few(self._connection):
            return self._found(without_index=True)
        pairs = self._pairs()
        if pairs:
            return self._found(without_index=True).where(word_pairs.condition(pairs, events))
        # Reading a common word from the index is slow, but a phrase of common words may be rare.
        if self._estimate.is_common and not (self._estimate.is_rare_phrase and not self._estimate.in_sample):
            return None
        return self._found()

    def _pairs(self) -> Sequence[int]:
        """Return the pairs of words with which to find phrases; empty if the words are rare or a phrase is common."""
        found = word_pairs.phrases(self._query.terms)
        if not found or self._estimate.expected <= FEW:
            return ()
        pairs = word_pairs.pairs_of(self._connection, found)
        return pairs if pairs and self._estimate.phrases_in_sample <= MAX_SAMPLED else ()

    def _in_sessions(self, table: NamedFromClause, sizes: Sequence[int]) -> Generator[Window, None, bool]:
        """Yield windows of the matches in the sessions to search; return False if all sessions are searched."""
        sessions = self._query.sessions()
        if sessions is None:
            return False
        is_one = events.c.session_id == any_(cast(sessions, ARRAY(Text)))
        found = self._found(without_index=True).where(is_one)
        newest = self._newest_of(found, sizes[0], self._start_of(NEWEST_IN_SESSIONS))
        if len(newest) == sizes[0]:
            yield _window(table, newest, sizes[0])
        # The sessions have few events, so all matches are sorted, even if there are more than MAX_COUNT.
        # Without OFFSET, PostgreSQL would read all events in the order of the start to avoid the sort.
        found = found.offset(0)
        yield from self._all(table, found, self._counted(found, sizes[-1]), sizes)
        return True

    def _first_if_few(self, found: Select[Any], size: int) -> Sequence[Match] | None:
        """Count the matches, and return the newest; None if there are more than MAX_COUNT."""
        first = self._counted(found.limit(word_query.MAX_COUNT + 1), size)
        self._count = first[0].total if first else 0
        return first if self._count <= word_query.MAX_COUNT else None

    def _counted(self, found: Select[Any], size: int) -> Sequence[Match]:
        """Return the newest matches with the total of all, by reading all matches with an index."""
        # The statistics may expect the words of a phrase in most events. PostgreSQL would then read the whole table.
        self._set("enable_seqscan = off")
        return self._read(_newest_first(found, func.count().over().label("total")).limit(size))

    def _newest(self, size: int, since: float | None) -> Sequence[Match]:
        """Return the newest matches that start later than ``since``."""
        if self._estimate.is_rare_phrase:
            later = () if since is None else (events.c.start_time > since,)
            matches = self._counted(self._found().where(*later).limit(word_query.MAX_COUNT + 1), size)
            if not matches or matches[0].total <= word_query.MAX_COUNT:
                return matches
        return self._newest_of(self._found(without_index=True), size, since)

    def _newest_of(self, found: Select[Any], size: int, since: float | None) -> Sequence[Match]:
        """Return the newest of the found matches that start later than ``since``."""
        later = () if since is None else (events.c.start_time > since,)
        # The index of the start is read until there are enough matches. A bitmap would have all events since then.
        self._set("enable_bitmapscan = off")
        matches = self._read(found.where(*later).order_by(*_NEWEST_FIRST).limit(size))
        self._set("enable_bitmapscan TO DEFAULT")
        return matches

    def _start_of(self, number: int) -> float | None:
        """Return the start of the first event that is older than this number of newest events; None if none is."""
        starts = select(events.c.start_time).order_by(events.c.start_time.desc())
        return self._connection.scalar(starts.offset(number).limit(1))

    def _is_before(self, since: float | None) -> bool:
        """Return True if no match of the query can start at ``since`` or earlier."""
        return since is None or (self._query.first is not None and since < self._query.first)

    def _found(self, *, without_index: bool = False) -> Select[Any]:
        return select(*_MATCH).where(*conditions(self._query, events, without_index=without_index))

    def _read(self, found: Select[Any]) -> Sequence[Match]:
        return self._connection.execute(found).all()

    def _set(self, setting: str) -> None:
        """Set a setting of the planner until the end of the transaction."""
        self._connection.exec_driver_sql(f"SET LOCAL {setting}")


def _window(table: NamedFromClause, found: Sequence[Match], size: int | None) -> Window:
    keys = _rows(
        ("session_id", Text, [each.session_id for each in found]), ("event_id", Text, [each.event_id for each in found])
    )
    ranks: dict[str, float] = {}
    # Sessions with the same rank are in another order than their events. So those of the last start wait for the next
    # window, which has all of them.
    last = found[-1].start_time if size is not None and found else -math.inf
    for each in found:
        if each.start_time > last:
            ranks.setdefault(each.session_id, each.start_time)
    sessions = _rows(("session_id", Text, list(ranks)), ("rank", Double, list(ranks.values())))
    condition = tuple_(table.c.session_id, table.c.event_id).in_(select(keys.c.session_id, keys.c.event_id))
    return Window(condition, size, table.c.start_time, sessions)


def _newest_first(found: Select[Any], *more: ColumnElement[Any]) -> Select[Any]:
    """Return the query for the matches in order, with more columns."""
    matches = found.subquery("matches")
    order = (matches.c.start_time.desc(), matches.c.received_at.desc(), matches.c.event_id)
    return select(*matches.c, *more).order_by(*order)


def _number_of(found: Select[Any]) -> Select[Any]:
    return select(func.count()).select_from(found.subquery())


def _rows(*columns: tuple[str, type[TypeEngine[Any]], Sequence[Any]]) -> FromClause:
    """Return a table with these columns: (name, type, values)."""
    arrays = [cast(values, ARRAY(kind)) for _, kind, values in columns]
    names = [name for name, _, _ in columns]
    return func.unnest(*arrays).table_valued(*names, name="_".join(names)).render_derived()
