"""A search in the word index: its terms and filters, and windows of its matches.

A common word may be in every event, and sorting a million of them takes a second. So a search reads a window of the
newest matches, and larger windows only until its page is full. All windows have the same order, and each begins with
the previous window, so that pages do not repeat matches.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple, Protocol

from sqlalchemy import ColumnElement, FromClause
from sqlalchemy.sql.selectable import NamedFromClause

from ..model.search_terms import SearchTerm

# Sizes of the windows in matches; a search stops after the last one.
WINDOWS: Final = (500, 2_000, 10_000, 100_000)
MAX_COUNT: Final = 10_000
"""Maximum number of counted matches."""


class WordQuery(NamedTuple):
    """The search terms, and the filters on the event."""

    terms: Sequence[SearchTerm]
    project: str | None = None
    event_type: str | None = None
    failed: bool | None = None
    """True for events with an error, False for events without an error, None for all events."""
    first: float | None = None
    """The earliest start in Unix milliseconds; None for any."""
    sessions: Callable[[], Sequence[str] | None] = lambda: None
    """Returns the only sessions to search, or None for all. Called for a common word only, because it takes time."""


class Window(NamedTuple):
    """A limited number of the newest matches."""

    condition: ColumnElement[bool]
    """The condition that an event is in the window."""
    size: int | None
    """Maximum number of matches in the window; None if it has all matches."""
    rank: ColumnElement[Any]
    """Sort key of the matches; the newest match has the greatest value."""
    sessions: FromClause | None = None
    """Rows of (session_id, rank of its newest match) for the sessions of the window, if they are known."""


class WordMatches(Protocol):
    """The events that match a query."""

    def windows(self, table: NamedFromClause, wanted: int) -> Iterator[Window]:
        """Yield growing windows of matches, until a window has all. The conditions refer to the events of ``table``.

        ``wanted`` is the number of matches with which the page is probably full.
        """

    def count(self) -> int | None:
        """Return the number of matches, at most MAX_COUNT + 1; None if counting takes too long."""
