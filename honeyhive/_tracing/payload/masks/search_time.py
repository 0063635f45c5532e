"""Time limit of a search, because a hostile string would take seconds. Text that was not searched is never sent."""

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from ..simplify import MARK, MOST_NOTES

Look: TypeAlias = Callable[[], None]
"""Function that is called often during a search, and raises OutOfTimeError once the time is up."""

_WINDOW: Final = 16_000
"""Characters that are searched between two looks at the clock."""
_REACH: Final = 4_000
"""Characters behind a window that are read for a match that begins in it."""


class OutOfTimeError(Exception):
    """The time for masking a field is up."""


class SearchTime:
    """The time that masking a field may take. ``notes`` lists the places that were left out."""

    def __init__(self, clock: Callable[[], float], ends: float) -> None:
        self._clock = clock
        self._ends = ends
        self.is_over: bool = False
        """True once the time is up."""
        self.notes: list[str] = []

    def look(self) -> None:
        """Raise OutOfTimeError if the time is up."""
        if self._clock() > self._ends:
            self.is_over = True
            raise OutOfTimeError

    def mark(self, path: str) -> str:
        """Return the replacement for a value that was not searched in time."""
        words = "left out, masking it took too long"
        self.note(path, words)
        return MARK.format(words)

    def note(self, path: str, words: str) -> None:
        """Add a note about a place, unless there are too many notes already."""
        if len(self.notes) < MOST_NOTES:
            self.notes.append(f"{path[:200]}: {words}")


def matches(pattern: re.Pattern[str], text: str, look: Look) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in order, as ``finditer`` does, and call ``look`` often during the search."""
    position, end = 0, len(text)
    while position < end:
        look()
        stop = min(position + _WINDOW, end)
        reach = min(stop + _REACH, end)
        found = pattern.search(text, position, reach)
        if found is None or found.start() >= stop:
            position = stop
            continue
        if found.end() == reach < end:
            longer = pattern.match(text, found.start())
            if longer is None:
                position = found.start() + 1
                continue
            found = longer
        yield found
        position = max(found.end(), position + 1)
