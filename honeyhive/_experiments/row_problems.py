"""Problems of single rows, collected while they run."""

import re
import threading
from collections import Counter
from collections.abc import Iterable
from typing import Final

_LOST: Final = re.compile(r": (?:\d+ bytes|cut |a key was cut|left out|the rest is left out|nested deeper)")
"""Encoder notes about content that is not stored. Other notes are about content stored in another form."""
_SHOWN: Final = 5
_REASONS: Final = 20  # errors may name an address or another part of each row


class RowProblems:
    """Parts of rows that could not be copied, or that are too large to be stored."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._uncopied: Counter[tuple[str, str]] = Counter()
        self._too_large: list[str] = []
        self._more_too_large = 0

    def uncopied(self, reported: set[tuple[str, str]], what: str, error: Exception) -> None:
        """Record that ``what`` (inputs, ground truth or outputs) could not be copied, unless it is in ``reported``."""
        problem = what, f"{type(error).__name__}: {error}"
        with self._lock:
            if problem not in self._uncopied and len(self._uncopied) >= _REASONS:
                problem = what, "other reasons"
            if problem not in reported:
                reported.add(problem)
                self._uncopied[problem] += 1

    def encoded(self, datapoint_id: str, notes: Iterable[str]) -> None:
        """Record the content that the encoder left out of a row."""
        lost = [note for note in notes if _LOST.search(note)]
        with self._lock:
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
        """Return notes about problems that cannot make the result wrong."""
        return self._in_words(is_outputs=True)

    def _in_words(self, *, is_outputs: bool) -> list[str]:
        return [
            f"{what} of {rows} {'row' if rows == 1 else 'rows'} could not be copied ({reason}); calls "
            "share the original and see each other's changes to it"
            for (what, reason), rows in self._uncopied.items()
            if (what == "outputs") is is_outputs
        ]
