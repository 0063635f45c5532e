"""Summaries of metrics over all rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from .scoring import Score


@dataclass(frozen=True)
class MetricSummary:
    """One metric over all rows that have it."""

    name: str
    count: int
    """The number of rows that have it."""
    mean: float | None = None
    """The mean of its numbers; true counts 1 and false 0. None if it is not a number."""
    min: float | None = None
    max: float | None = None
    texts: dict[str, int] = field(default_factory=dict)
    """The number of occurrences of each string."""

    def to_dict(self) -> dict[str, object]:
        """As JSON."""
        numbers = {"mean": self.mean, "min": self.min, "max": self.max} if self.mean is not None else {}
        return {"count": self.count, **numbers, **({"texts": self.texts} if self.texts else {})}


def summarized(rows: Iterable[Mapping[str, Score]]) -> dict[str, MetricSummary]:
    """The summary of each metric, by its name, in the order in which they first occur."""
    values: dict[str, list[Score]] = {}
    for metrics in rows:
        for name, value in metrics.items():
            values.setdefault(name, []).append(value)
    return {name: _summary(name, found) for name, found in values.items()}


def _summary(name: str, values: list[Score]) -> MetricSummary:
    numbers = [float(value) for value in values if not isinstance(value, str)]
    texts = dict(Counter(value for value in values if isinstance(value, str)).most_common())
    if not numbers:
        return MetricSummary(name, len(values), texts=texts)
    return MetricSummary(name, len(values), fmean(numbers), min(numbers), max(numbers), texts)
