"""Problems of single rows, collected while they run."""

import re
from collections import deque
from collections.abc import Iterable
from typing import Final

_LOST: Final = re.compile(r": (?:\d+ bytes|cut |a key was cut|left out|the rest is left out|nested deeper)")
"""Encoder notes about content that is not stored. Other notes are about content stored in another form."""
_SHOWN: Final = 5
_RECENT: Final = 1_000
"""More than the rows in progress at any time, whose calls may report the same problem again."""


class _Rows:
    """Counts rows; a row in progress that is added again counts once."""

    def __init__(self) -> None:
        self.count = 0
        self._recent: deque[str] = deque(maxlen=_RECENT)

    def add(self, datapoint_id: str) -> None:
        if datapoint_id not in self._recent:
            self._recent.append(datapoint_id)
            self.count += 1


class RowProblems:
    """Parts of rows that could not be copied, or that are too large to be stored."""

    def __init__(self) -> None:
        self._uncopied: dict[tuple[str, str], _Rows] = {}
        self._too_large: list[str] = []
        self._more_too_large = 0

    def uncopied(self, datapoint_id: str, what: str, error: Exception) -> None:
        """Record that a part of a row could not be copied. ``what`` is inputs, ground truth or outputs."""
        self._uncopied.setdefault((what, f"{type(error).__name__}: {error}"), _Rows()).add(datapoint_id)

    def encoded(self, datapoint_id: str, notes: Iterable[str]) -> None:
        """Record the content that the encoder left out of a row."""
        lost = [note for note in notes if _LOST.search(note)]
        if lost and len(self._too_large) == _SHOWN:
            self._more_too_large += 1
        elif lost:
            self._too_large.append(f"row {datapoint_id} is too large to be stored in full: {'; '.join(lost)}")

    def problems(self) -> list[str]:
        """Return the problems that may make the result wrong."""
        more = self._more_too_large
        found = [*self._too_large, *([f"{more} more rows are too large to be stored in full"] if more else [])]
        return found + self._in_words(is_outputs=False)

    def notes(self) -> list[str]:
        """Return the notes about outputs that could not be copied."""
        return self._in_words(is_outputs=True)

    def _in_words(self, *, is_outputs: bool) -> list[str]:
        return [
            f"{what} of {rows.count} {'row' if rows.count == 1 else 'rows'} could not be copied ({reason}); calls "
            "share the original and see each other's changes to it"
            for (what, reason), rows in self._uncopied.items()
            if (what == "outputs") is is_outputs
        ]
