"""Problems of single rows, gathered while they run."""

import re
from collections.abc import Iterable
from typing import Final

_LOST: Final = re.compile(r": (?:\d+ bytes|cut |a key was cut|left out|the rest is left out|nested deeper)")
"""Notes of the encoder about content that is not stored; others say in which form it is."""
_SHOWN: Final = 5


class RowProblems:
    """Parts of rows that could not be copied, or that were too large to be stored."""

    def __init__(self) -> None:
        self._uncopied: dict[tuple[str, str], set[str]] = {}
        self._too_large: list[str] = []

    def uncopied(self, datapoint_id: str, what: str, error: Exception) -> None:
        """Take note that a part of the inputs, the ground truth or the outputs of a row could not be copied."""
        self._uncopied.setdefault((what, f"{type(error).__name__}: {error}"), set()).add(datapoint_id)

    def encoded(self, datapoint_id: str, notes: Iterable[str]) -> None:
        """Take note of what the encoder left out of a row."""
        lost = [note for note in notes if _LOST.search(note)]
        if lost:
            self._too_large.append(f"row {datapoint_id} is too large to be stored whole: {'; '.join(lost)}")

    def problems(self) -> list[str]:
        """Return what makes the result differ from what was run."""
        more = len(self._too_large) - _SHOWN
        found = [
            *self._too_large[:_SHOWN],
            *([f"{more} more rows are too large to be stored whole"] if more > 0 else []),
        ]
        return found + self._in_words(is_outputs=False)

    def notes(self) -> list[str]:
        """Return what should be known of outputs that could not be copied."""
        return self._in_words(is_outputs=True)

    def _in_words(self, *, is_outputs: bool) -> list[str]:
        return [
            f"{what} of {len(rows)} {'row' if len(rows) == 1 else 'rows'} could not be copied ({reason}); calls share "
            "the original and see each other's changes of it"
            for (what, reason), rows in self._uncopied.items()
            if (what == "outputs") is is_outputs
        ]
