"""Problems of single rows, collected while they run."""

import re
from collections.abc import Iterable
from typing import Final

_LOST: Final = re.compile(r": (?:\d+ bytes|cut |a key was cut|left out|the rest is left out|nested deeper)")
"""Encoder notes about content that is not stored. Other notes are about content stored in another form."""
_SHOWN: Final = 5


class RowProblems:
    """Parts of rows that could not be copied, or that are too large to be stored."""

    def __init__(self) -> None:
        self._uncopied: dict[tuple[str, str], set[str]] = {}
        self._too_large: list[str] = []

    def uncopied(self, datapoint_id: str, what: str, error: Exception) -> None:
        """Record that a part of a row could not be copied. ``what`` is inputs, ground truth or outputs."""
        self._uncopied.setdefault((what, f"{type(error).__name__}: {error}"), set()).add(datapoint_id)

    def encoded(self, datapoint_id: str, notes: Iterable[str]) -> None:
        """Record the content that the encoder left out of a row."""
        lost = [note for note in notes if _LOST.search(note)]
        if lost:
            self._too_large.append(f"row {datapoint_id} is too large to be stored in full: {'; '.join(lost)}")

    def problems(self) -> list[str]:
        """Return the problems that may make the result wrong."""
        more = len(self._too_large) - _SHOWN
        found = [
            *self._too_large[:_SHOWN],
            *([f"{more} more rows are too large to be stored in full"] if more > 0 else []),
        ]
        return found + self._in_words(is_outputs=False)

    def notes(self) -> list[str]:
        """Return the notes about outputs that could not be copied."""
        return self._in_words(is_outputs=True)

    def _in_words(self, *, is_outputs: bool) -> list[str]:
        return [
            f"{what} of {len(rows)} {'row' if len(rows) == 1 else 'rows'} could not be copied ({reason}); calls share "
            "the original and see each other's changes to it"
            for (what, reason), rows in self._uncopied.items()
            if (what == "outputs") is is_outputs
        ]
