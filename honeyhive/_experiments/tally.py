"""Running totals over the finished rows of a run; summary.py makes the summaries of metrics from them.

Their memory does not grow with the number of rows, but with the number of metrics and of their different strings.
"""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Self

from .summary import MetricSummary, NumberTotals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .result import RowResult
    from .scoring import ScoreValue


class RowShape(NamedTuple):
    """The properties of a row that thresholds need besides its values. Many rows share one shape."""

    has_error: bool
    failed_evaluators: frozenset[str]
    metrics: frozenset[str]


class RunTally:
    """Totals of the rows added so far."""

    def __init__(self) -> None:
        self.numbers: dict[str, NumberTotals] = {}
        """Totals of the numbers of each metric that has any."""
        self.strings: dict[str, Counter[str]] = {}
        """The occurrences of each string, by metric."""
        self.shapes: Counter[RowShape] = Counter()
        self.rows: int = 0
        self.failed: int = 0
        """Number of rows whose function or evaluators failed."""
        self._names: dict[str, None] = {}

    @classmethod
    def of(cls, rows: "Iterable[RowResult]") -> Self:
        """Return the totals of rows."""
        made = cls()
        for row in rows:
            made.add(row)
        return made

    def add(self, row: "RowResult") -> None:
        """Add a row. Not safe to call from several threads at once."""
        self.rows += 1
        self.failed += row.failed
        self.shapes[RowShape(row.error is not None, frozenset(row.evaluator_errors), frozenset(row.metrics))] += 1
        for name, value in row.metrics.items():
            self._add_score(name, value)

    def _add_score(self, name: str, value: "ScoreValue") -> None:
        self._names.setdefault(name)
        if isinstance(value, str):
            self.strings.setdefault(name, Counter())[value] += 1
        else:
            if name not in self.numbers:
                self.numbers[name] = NumberTotals()
            self.numbers[name].add(value)

    def metrics(self) -> dict[str, MetricSummary]:
        """Return the summary of each metric by its name, in the order in which they first occurred."""
        return {
            name: MetricSummary.of(name, self.numbers.get(name), self.strings.get(name, Counter()))
            for name in self._names
        }
