"""Estimates of the number of matches in PostgreSQL, which decide how a search reads them."""

import re
from functools import cached_property
from typing import Any, Final

from sqlalchemy import Connection, func, literal_column, select, tablesample

from . import word_query
from .db_schema import events
from .match_conditions import conditions, estimated
from .project_scope import scope
from .word_pairs import phrases
from .word_query import WordQuery

SAMPLE: Final = 1000
"""Number of random events in the sample."""
# Matches are not counted if the statistics and a sample show more than this multiple of MAX_COUNT. For several words,
# the statistics only assume that they are independent.
CERTAINTY: Final = 2.5
CERTAINTY_OF_WORD: Final = 1.5
# The number of rows in the first line of a query plan.
_ROWS: Final = re.compile(r"\brows=(\d+)")


class MatchEstimate:
    """The estimated number of matches of a query, from the statistics of the table and a random sample."""

    def __init__(self, connection: Connection, query: WordQuery) -> None:
        self._connection = connection
        self._query = query
        self.expected: int = self._rows(*estimated(query))
        """The number of matches that the statistics expect; for a phrase, of events with all of its words."""

    @property
    def is_word(self) -> bool:
        """True if the query is a single word."""
        return sum(len(term.words) for term in self._query.terms) == 1

    @property
    def is_common(self) -> bool:
        """True if the statistics expect more than MAX_COUNT matches."""
        return self.expected > word_query.MAX_COUNT

    @property
    def is_rare_phrase(self) -> bool:
        """True if the query has a phrase of which the sample has at most one match. The words may be common."""
        has_phrase = any(len(term.words) > 1 for term in self._query.terms)
        return has_phrase and self.in_sample < 2

    @property
    def has_too_many(self) -> bool:
        """True if the sample and the statistics both show more than MAX_COUNT matches."""
        expected, shown = (CERTAINTY_OF_WORD, 1) if self.is_word else (CERTAINTY, CERTAINTY)
        if self.expected <= expected * word_query.MAX_COUNT:
            return False
        return self.in_sample > shown * word_query.MAX_COUNT * self._share

    @cached_property
    def in_sample(self) -> int:
        """The number of matches in a random sample."""
        return self._sampled(self._query)

    @cached_property
    def phrases_in_sample(self) -> int:
        """The number of events in the sample that have the phrases of the query, in all projects."""
        with scope(None):
            return self._sampled(WordQuery(phrases(self._query.terms)))

    @cached_property
    def _share(self) -> float:
        """The share of the events that are in the sample."""
        return min(1.0, SAMPLE / max(self._all_events, 1))

    @cached_property
    def _all_events(self) -> int:
        """The estimated number of all events."""
        return self._rows("true")

    def _sampled(self, query: WordQuery) -> int:
        if not self._all_events:
            return 0
        # With the same seed, the pages of a search show the same number of matches.
        sample = tablesample(events, func.system(100 * self._share), name="sample", seed=literal_column("0"))
        found = select(sample.c.event_id).where(*conditions(query, sample)).subquery()
        return self._connection.scalar(select(func.count()).select_from(found)) or 0

    def _rows(self, condition: str, *values: Any) -> int:
        """Return the planner's estimate of the number of events; 0 if an extension makes the plan."""
        plan = self._connection.exec_driver_sql(f"EXPLAIN SELECT FROM events WHERE {condition}", values).scalar() or ""
        first = _ROWS.search(plan)
        return 0 if first is None or plan.startswith("Custom Scan") else int(first[1])
