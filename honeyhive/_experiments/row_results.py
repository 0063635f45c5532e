"""Results of the rows of a run, collected while they finish."""

import threading

from .result import RowResult
from .tally import RunTally


class RowResults:
    """The finished rows of a run, or only the totals over them if ``keeps_rows`` is false."""

    def __init__(self, *, keeps_rows: bool) -> None:
        self.totals: RunTally = RunTally()
        self._keeps_rows = keeps_rows
        self._rows: dict[int, RowResult] = {}
        self._lock = threading.Lock()

    def add(self, index: int, row: RowResult) -> None:
        """Add the row that has this index in the dataset. Any thread may call this method."""
        with self._lock:
            self.totals.add(row)
            if self._keeps_rows:
                self._rows[index] = row

    def rows(self) -> list[RowResult]:
        """Return the rows that have finished, in the order of the dataset."""
        with self._lock:
            return [self._rows[index] for index in sorted(self._rows)]


def exceeds(failed: int, rows: int | None, limit: float | None) -> bool:
    """Return True if more rows failed than ``limit``: a number, a share (below 1) of ``rows``, or None for no limit."""
    if limit is None:
        return False
    if limit >= 1 or limit == 0:
        return failed > limit
    return rows is not None and failed > limit * rows
