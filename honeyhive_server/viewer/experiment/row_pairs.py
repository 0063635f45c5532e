"""Rows of two runs side by side by datapoint, with the verdicts of the API's comparison."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...model.event_model import Document
from ...services.metric_series import SeriesKey, Value
from .result_rows import ResultRow, key_of

# The groups of datapoints in the API's comparison, and their labels in a table.
VERDICTS = {"improved": "better", "degraded": "worse", "same": "same"}
SHOWN = {"": "All", "regressed": "Regressed", "improved": "Improved"}


class CellChange(NamedTuple):
    """One metric of one datapoint in both runs."""

    old: Value | None
    new: Value | None
    difference: float | None = None
    verdict: str = ""
    """A value of VERDICTS; empty unless both values are numbers."""


@dataclass(slots=True)
class RowPair:
    """The rows of one datapoint in both runs. The last row of each run is shown."""

    datapoint_id: str
    before: list[ResultRow]
    after: list[ResultRow]
    changes: dict[SeriesKey, CellChange] = field(default_factory=dict)

    @property
    def row(self) -> ResultRow:
        """Return the row whose inputs are shown."""
        return (self.after or self.before)[-1]

    @property
    def has_both(self) -> bool:
        """Return True if both runs have the datapoint."""
        return bool(self.before and self.after)

    @property
    def fails_now(self) -> bool:
        """Return True if only the new run ended with an error."""
        return self.has_both and bool(self.after[-1].error) and not self.before[-1].error

    @property
    def failed_before(self) -> bool:
        """Return True if only the old run ended with an error."""
        return self.has_both and bool(self.before[-1].error) and not self.after[-1].error

    def verdict(self, key: SeriesKey | None = None) -> str:
        """Return the verdict on one metric, or on the whole row."""
        if key is not None:
            return self.change(key).verdict
        if not self.has_both:
            return "only in this run" if self.after else "only in the other run"
        worse, better = self.is_in("regressed"), self.is_in("improved")
        return "mixed" if worse and better else "regressed" if worse else "improved" if better else "same"

    def is_in(self, shown: str, key: SeriesKey | None = None) -> bool:
        """Return True if the filter ``shown``, a key of SHOWN, contains the pair.

        With ``key``, one metric decides; without it, all metrics and the error decide.
        """
        wanted = {"regressed": "worse", "improved": "better"}.get(shown)
        if wanted is None:
            return True
        if key is not None:
            return self.verdict(key) == wanted
        error = self.fails_now if wanted == "worse" else self.failed_before
        return error or any(each.verdict == wanted for each in self.changes.values())

    def change(self, key: SeriesKey) -> CellChange:
        """Return the values of a metric in both runs."""
        return self.changes.get(key) or CellChange(_value(self.before, key), _value(self.after, key))


def _value(rows: Sequence[ResultRow], key: SeriesKey) -> Value | None:
    cell = rows[-1].cells.get(key) if rows else None
    return None if cell is None else cell.value


def _shown(rows: Sequence[ResultRow], key: SeriesKey, number: float) -> Value:
    """Return the number, or True or False if the row has this boolean for the number."""
    value = _value(rows, key)
    return value if isinstance(value, bool) and value == number else number


def pairs_of(before: Iterable[ResultRow], after: Iterable[ResultRow], comparison: Document) -> list[RowPair]:
    """Return the datapoints of both runs, in the order of the new run, without rows that have no datapoint."""
    pairs: dict[str, RowPair] = {}
    for rows, side in ((after, "after"), (before, "before")):
        for row in rows:
            if row.datapoint_id is not None:
                pair = pairs.setdefault(row.datapoint_id, RowPair(row.datapoint_id, [], []))
                getattr(pair, side).append(row)
    for metric in comparison["metrics"]:
        verdicts = {each: word for group, word in VERDICTS.items() for each in metric[group]}
        for each in metric["changes"]:
            datapoint_id = each["datapoint_id"]
            pair, key = pairs[datapoint_id], key_of(metric["metric_name"], metric)
            old, new = _shown(pair.before, key, each["old_value"]), _shown(pair.after, key, each["new_value"])
            pair.changes[key] = CellChange(old, new, each["difference"], verdicts[datapoint_id])
    return list(pairs.values())


def counts(pairs: Sequence[RowPair], key: SeriesKey | None) -> Mapping[str, int]:
    """Return the number of pairs in each filter of SHOWN."""
    return {shown: sum(pair.is_in(shown, key) for pair in pairs) for shown in SHOWN}
