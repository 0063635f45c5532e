"""How a run did against an earlier one, as the service answers it: each metric, and the rows behind its change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .scoring import Score


@dataclass(frozen=True)
class MetricChange:
    """One metric in both runs; more is better."""

    name: str
    old: float | None
    new: float | None
    """The mean over all rows; None where the run does not have it."""
    difference: float | None
    percent: float | None
    """The difference in percent of the old value."""
    improved: tuple[str, ...] = ()
    """The ids of the rows in which it is more than before."""
    regressed: tuple[str, ...] = ()
    """The ids of the rows in which it is less."""
    unchanged: int = 0
    """In how many rows it is the same."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {**vars(self), "improved": [*self.improved], "regressed": [*self.regressed]}


@dataclass(frozen=True)
class Comparison:
    """The run against an earlier one."""

    old_run_id: str
    old_name: str
    common: int
    """How many rows both ran over."""
    metrics: dict[str, MetricChange] = field(default_factory=dict)

    @property
    def regressed(self) -> list[MetricChange]:
        """The metrics that went down."""
        return [one for one in self.metrics.values() if one.difference is not None and one.difference < 0]

    @property
    def improved(self) -> list[MetricChange]:
        """The metrics that went up."""
        return [one for one in self.metrics.values() if one.difference is not None and one.difference > 0]

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "old_run_id": self.old_run_id,
            "old_name": self.old_name,
            "common": self.common,
            "metrics": {name: one.to_dict() for name, one in self.metrics.items()},
        }


class Moves:
    """Which way each metric of each row went."""

    def __init__(self, pairs: Iterable[tuple[str, Mapping[str, Score], Mapping[str, Score]]]) -> None:
        """From the id of a row with its metrics in the new run and in the old one."""
        self.improved: dict[str, list[str]] = {}
        self.regressed: dict[str, list[str]] = {}
        self.unchanged: dict[str, int] = {}
        for datapoint_id, new, old in pairs:
            for name in new.keys() & old.keys():
                self._add(name, datapoint_id, new[name], old[name])

    def _add(self, name: str, datapoint_id: str, new: Score, old: Score) -> None:
        if isinstance(new, str) or isinstance(old, str):
            return
        if new == old:
            self.unchanged[name] = self.unchanged.get(name, 0) + 1
        else:
            (self.improved if new > old else self.regressed).setdefault(name, []).append(datapoint_id)

    def change(self, name: str, old: float | None, new: float | None) -> MetricChange:
        """The change of a metric whose means are these."""
        difference = new - old if new is not None and old is not None else None
        return MetricChange(
            name,
            old,
            new,
            difference,
            difference / abs(old) * 100 if difference is not None and old else None,
            tuple(self.improved.get(name, ())),
            tuple(self.regressed.get(name, ())),
            self.unchanged.get(name, 0),
        )
