"""Paired comparison of a run with an earlier run: only rows with a value in both runs count."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from .bootstrap import interval_of, is_significant
from .repetitions import merged
from .scoring import number_of

if TYPE_CHECKING:
    from .result import RowResult

Pair: TypeAlias = "tuple[RowResult, RowResult]"
"""(row in the new run, the same row in the old run)."""


@dataclass(frozen=True)
class Regression:
    """A row in which a metric became worse, with the outputs of both runs."""

    datapoint_id: str
    inputs: Any
    old: float
    new: float
    old_outputs: Any
    new_outputs: Any


@dataclass(frozen=True)
class MetricChange:
    """The change of one metric between two runs."""

    name: str
    pairs: int
    """Number of rows with a value in both runs. All other fields are about these rows."""
    old: float | None
    """Mean in the old run; None if there are no pairs."""
    new: float | None
    """Mean in the new run; None if there are no pairs."""
    difference: float | None
    percent: float | None
    """The difference in percent of the old mean; None if the old mean is 0 or there are no pairs."""
    low: float | None = None
    """Lower bound of the 95 % interval of the difference; None with fewer than two pairs."""
    high: float | None = None
    significant: bool = False
    """True if the difference is statistically significant."""
    lower_is_better: bool = False
    improved: tuple[str, ...] = ()
    """Ids of the rows in which the metric is better."""
    regressions: tuple[Regression, ...] = ()
    """The rows in which the metric is worse, the worst first."""
    unchanged: int = 0
    """Number of rows in which the metric is the same."""

    @property
    def regressed(self) -> tuple[str, ...]:
        """Ids of the rows in which the metric is worse."""
        return tuple(one.datapoint_id for one in self.regressions)

    @property
    def gain(self) -> float:
        """The difference, with the sign changed if less is better; 0 without pairs."""
        difference = self.difference or 0.0
        return -difference if self.lower_is_better else difference

    def __str__(self) -> str:
        if self.difference is None:
            return "no row has a value in both runs"
        pairs = f"{self.pairs} {'pair' if self.pairs == 1 else 'pairs'}"
        if self.low is None or self.high is None:
            return f"{self.difference:+.2f}, {pairs}, too few for an interval"
        verdict = ("better" if self.gain > 0 else "worse") if self.significant else "within noise"
        return f"{self.difference:+.2f}, 95 % interval {self.low:.2f} to {self.high:.2f}, {pairs}: {verdict}"

    def to_dict(self) -> dict[str, Any]:
        """Return the change as JSON-compatible data."""
        return {
            **vars(self),
            "improved": [*self.improved],
            "regressed": [*self.regressed],
            "regressions": [dict(vars(one)) for one in self.regressions],
            "in_words": str(self),
        }


@dataclass(frozen=True)
class Comparison:
    """Comparison of a run with an earlier run."""

    old_run_id: str
    old_name: str
    old_created_at: str | None
    common: int
    """Number of rows that are in both runs."""
    added: int = 0
    """Number of rows that only the new run has."""
    removed: int = 0
    """Number of rows that only the old run has."""
    newly_failed: tuple[str, ...] = ()
    """Ids of the rows whose function or evaluators failed in the new run only."""
    no_longer_failed: tuple[str, ...] = ()
    """Ids of the rows whose function or evaluators failed in the old run only."""
    metrics: dict[str, MetricChange] = field(default_factory=dict)

    @property
    def regressed(self) -> list[MetricChange]:
        """The metrics whose mean became worse, significantly or not."""
        return [one for one in self.metrics.values() if one.gain < 0]

    @property
    def improved(self) -> list[MetricChange]:
        """The metrics whose mean became better, significantly or not."""
        return [one for one in self.metrics.values() if one.gain > 0]

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as JSON-compatible data."""
        plain = {**vars(self), "newly_failed": [*self.newly_failed], "no_longer_failed": [*self.no_longer_failed]}
        return {**plain, "metrics": {name: one.to_dict() for name, one in self.metrics.items()}}


def compared(
    new: Iterable["RowResult"],
    old: Iterable["RowResult"],
    *,
    old_run_id: str,
    old_name: str,
    old_created_at: str | None,
    lower_is_better: AbstractSet[str],
) -> Comparison:
    """Compare the rows of two runs, after merging the repetitions of each row."""
    rows, old_rows = merged(new), merged(old)
    pairs = [(row, old_rows[key]) for key, row in rows.items() if key in old_rows]
    scores = [item for row in [*rows.values(), *old_rows.values()] for item in row.metrics.items()]
    names = dict.fromkeys(name for name, score in scores if number_of(score) is not None)
    return Comparison(
        old_run_id,
        old_name,
        old_created_at,
        common=len(pairs),
        added=len(rows) - len(pairs),
        removed=len(old_rows) - len(pairs),
        newly_failed=tuple(now.datapoint_id for now, then in pairs if now.failed and not then.failed),
        no_longer_failed=tuple(now.datapoint_id for now, then in pairs if then.failed and not now.failed),
        metrics={name: _change(name, pairs, lower_is_better=name in lower_is_better) for name in names},
    )


def _change(name: str, rows: Iterable[Pair], *, lower_is_better: bool) -> MetricChange:
    moves = [move for pair in rows if (move := _move(name, pair, lower_is_better)) is not None]
    if not moves:
        return MetricChange(name, 0, None, None, None, None, lower_is_better=lower_is_better)
    old, new = fmean(one.old for one in moves), fmean(one.new for one in moves)
    differences = [one.new - one.old for one in moves]
    difference, interval = fmean(differences), interval_of(differences)
    return MetricChange(
        name,
        len(moves),
        old,
        new,
        difference,
        difference / abs(old) * 100 if old else None,
        interval.low if interval else None,
        interval.high if interval else None,
        is_significant(differences, interval),
        lower_is_better,
        tuple(one.pair[0].datapoint_id for one in moves if one.gain > 0),
        tuple(one.regression() for one in sorted(moves, key=lambda one: one.gain) if one.gain < 0),
        differences.count(0),
    )


class _Move(NamedTuple):
    """One metric of one row in both runs."""

    pair: Pair
    new: float
    old: float
    gain: float
    """The difference between the values; positive if the new value is better."""

    def regression(self) -> Regression:
        now, then = self.pair
        return Regression(now.datapoint_id, now.inputs, self.old, self.new, then.outputs, now.outputs)


def _move(name: str, pair: Pair, lower_is_better: bool) -> _Move | None:
    new, old = (number_of(row.metrics.get(name)) for row in pair)
    if new is None or old is None:
        return None
    return _Move(pair, new, old, old - new if lower_is_better else new - old)
