"""A run against an earlier one, row by row: only rows that have a value in both runs count."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from .bootstrap import interval_of, is_significant
from .dataset import bare_id
from .scoring import number_of

if TYPE_CHECKING:
    from .result import RowResult

Pair: TypeAlias = "tuple[RowResult, RowResult]"
"""A row in the new run and in the old one."""


@dataclass(frozen=True)
class Regression:
    """A row in which a metric became worse, with what both runs returned."""

    datapoint_id: str
    inputs: Any
    old: float
    new: float
    old_outputs: Any
    new_outputs: Any


@dataclass(frozen=True)
class MetricChange:
    """One metric in both runs."""

    name: str
    pairs: int
    """The number of rows that have a value in both runs; all other fields are about them."""
    old: float | None
    new: float | None
    """The means."""
    difference: float | None
    percent: float | None
    """The difference in percent of the old mean."""
    low: float | None = None
    high: float | None = None
    """The 95 % interval of the difference."""
    significant: bool = False
    """True if the difference is more than noise."""
    lower_is_better: bool = False
    improved: tuple[str, ...] = ()
    """The ids of the rows in which it is better than before."""
    regressions: tuple[Regression, ...] = ()
    """The rows in which it is worse, the worst first."""
    unchanged: int = 0
    """The number of rows in which it is the same."""

    @property
    def regressed(self) -> tuple[str, ...]:
        """The ids of the rows in which it is worse."""
        return tuple(one.datapoint_id for one in self.regressions)

    @property
    def gain(self) -> float:
        """The difference, positive where the metric became better."""
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
        """As JSON."""
        return {
            **vars(self),
            "improved": [*self.improved],
            "regressed": [*self.regressed],
            "regressions": [dict(vars(one)) for one in self.regressions],
            "in_words": str(self),
        }


@dataclass(frozen=True)
class Comparison:
    """The run against an earlier one."""

    old_run_id: str
    old_name: str
    old_created_at: str | None
    common: int
    """The number of rows that are in both runs."""
    added: int = 0
    """The number of rows that the earlier run does not have."""
    removed: int = 0
    """The number of rows that only the earlier run has."""
    newly_failed: tuple[str, ...] = ()
    """The ids of the rows whose function failed now and not then."""
    no_longer_failed: tuple[str, ...] = ()
    """The ids of the rows whose function failed then and not now."""
    metrics: dict[str, MetricChange] = field(default_factory=dict)

    @property
    def regressed(self) -> list[MetricChange]:
        """The metrics whose mean became worse, by more than noise or not."""
        return [one for one in self.metrics.values() if one.gain < 0]

    @property
    def improved(self) -> list[MetricChange]:
        """The metrics whose mean became better, by more than noise or not."""
        return [one for one in self.metrics.values() if one.gain > 0]

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        plain = {**vars(self), "newly_failed": [*self.newly_failed], "no_longer_failed": [*self.no_longer_failed]}
        return {**plain, "metrics": {name: one.to_dict() for name, one in self.metrics.items()}}


def compared(
    new: Iterable["RowResult"],
    old: Mapping[str, "RowResult"],
    *,
    old_run_id: str,
    old_name: str,
    old_created_at: str | None,
    lower_is_better: AbstractSet[str],
) -> Comparison:
    """Compare the rows of a run with those of an earlier one, which are given by their bare ids."""
    rows = {bare_id(row.datapoint_id): row for row in new}
    pairs = [(row, old[key]) for key, row in rows.items() if key in old]
    scores = [item for row in [*rows.values(), *old.values()] for item in row.metrics.items()]
    names = dict.fromkeys(name for name, score in scores if number_of(score) is not None)
    return Comparison(
        old_run_id,
        old_name,
        old_created_at,
        common=len(pairs),
        added=len(rows) - len(pairs),
        removed=len(old) - len(pairs),
        newly_failed=tuple(now.datapoint_id for now, then in pairs if now.error and not then.error),
        no_longer_failed=tuple(now.datapoint_id for now, then in pairs if then.error and not now.error),
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
    """A metric of one row in both runs."""

    pair: Pair
    new: float
    old: float
    gain: float
    """The difference, positive where it is better."""

    def regression(self) -> Regression:
        now, then = self.pair
        return Regression(now.datapoint_id, now.inputs, self.old, self.new, then.outputs, now.outputs)


def _move(name: str, pair: Pair, lower_is_better: bool) -> _Move | None:
    new, old = (number_of(row.metrics.get(name)) for row in pair)
    if new is None or old is None:
        return None
    return _Move(pair, new, old, old - new if lower_is_better else new - old)
