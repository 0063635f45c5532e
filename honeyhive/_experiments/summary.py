"""Summaries of metrics over all rows."""

from dataclasses import dataclass, field


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
