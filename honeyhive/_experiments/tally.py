"""Running totals over the finished rows of a run; summary.py makes the summaries of metrics from them.

Their memory does not grow with the number of rows, but with the number of metrics and of their different strings.
"""

from collections import Counter
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Self

from .summary import MetricSummary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .result import RowResult
    from .scoring import ScoreValue


class RowShape(NamedTuple):
    """The properties of a row that thresholds need besides its values. Many rows share one shape."""

    has_error: bool
    failed_evaluators: frozenset[str]
    metrics: frozenset[str]


class NumberTotals:
    """Totals of the numbers of one metric; true counts 1 and false 0. The sum is exact, in any order of the rows."""

    def __init__(self) -> None:
        self.count: int = 0
        self.min: float = inf
        self.max: float = -inf
        # Usually an int, whose sum takes a tenth of the time of a fraction's.
        self._sum: int | Fraction = 0

    def add(self, value: float) -> None:
        """Add a finite number."""
        self.count += 1
        self.min = min(self.min, float(value))
        self.max = max(self.max, float(value))
        self._sum += value if isinstance(value, int) else Fraction(value)

    def mean(self, lacking: int = 0) -> float:
        """Return the mean, in which ``lacking`` further rows count as the smallest number, but at most as 0."""
        return float(self._sum + lacking * Fraction(min(0.0, self.min))) / (self.count + lacking)


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
        return {name: self._summary(name) for name in self._names}

    def _summary(self, name: str) -> MetricSummary:
        numbers, strings = self.numbers.get(name), self.strings.get(name, Counter())
        texts = dict(strings.most_common())
        if numbers is None:
            return MetricSummary(name, strings.total(), texts=texts)
        count = numbers.count + strings.total()
        return MetricSummary(name, count, numbers.mean(), numbers.min, numbers.max, texts)
