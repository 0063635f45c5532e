"""Summaries of metrics over all rows."""

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf
from typing import Self


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


@dataclass(frozen=True)
class MetricSummary:
    """One metric over all rows that have it."""

    name: str
    count: int
    """Number of rows that have it."""
    mean: float | None = None
    """Mean of its numbers; true counts 1 and false 0. None if it has no numbers."""
    min: float | None = None
    max: float | None = None
    texts: dict[str, int] = field(default_factory=dict)
    """Number of occurrences of each string."""
    spread: float | None = None
    """Standard deviation between the repetitions of a row, averaged over the rows; None without repetitions."""
    pass_at_k: dict[int, float] = field(default_factory=dict)
    """Probability that at least one of k repetitions passes, for k from 1; empty without repetitions."""
    pass_hat_k: dict[int, float] = field(default_factory=dict)
    """Probability that all of k repetitions pass, for k from 1; empty without repetitions."""

    @classmethod
    def of(cls, name: str, numbers: NumberTotals | None, strings: Counter[str]) -> Self:
        """Return the summary of the values of a metric; ``numbers`` is None if it has none."""
        texts = dict(strings.most_common())
        if numbers is None:
            return cls(name, strings.total(), texts=texts)
        return cls(name, numbers.count + strings.total(), numbers.mean(), numbers.min, numbers.max, texts)

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON-compatible data, without empty fields."""
        numbers = {"mean": self.mean, "min": self.min, "max": self.max} if self.mean is not None else {}
        optional = {
            "texts": self.texts,
            "spread": self.spread,
            "pass_at_k": self.pass_at_k,
            "pass_hat_k": self.pass_hat_k,
        }
        return {
            "count": self.count,
            **numbers,
            **{key: value for key, value in optional.items() if value not in (None, {})},
        }
