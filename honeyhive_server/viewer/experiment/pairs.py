"""Two runs as a table: the rows of both beside each other by their datapoint, judged as the API's comparison does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...model.event_model import Document
from ...services.metric_values import SeriesKey, Value
from .results import Row, key_of

# What the API calls the groups of datapoints, and what they are called in a table.
VERDICTS = {"improved": "better", "degraded": "worse", "same": "same"}
SHOWN = {"": "All", "regressed": "Regressed", "improved": "Improved"}


class Change(NamedTuple):
    """One metric of one datapoint in both runs."""

    old: Value | None
    new: Value | None
    difference: float | None = None
    verdict: str = ""
    """One of VERDICTS; empty for what is no number in both runs."""


@dataclass(slots=True)
class Pair:
    """One datapoint in both runs; where it ran more than once, its last row is shown."""

    datapoint_id: str
    before: list[Row]
    after: list[Row]
    changes: dict[SeriesKey, Change] = field(default_factory=dict)

    @property
    def row(self) -> Row:
        """The row that says what went in."""
        return (self.after or self.before)[-1]

    @property
    def has_both(self) -> bool:
        """Whether both runs have it."""
        return bool(self.before and self.after)

    @property
    def fails_now(self) -> bool:
        """Whether the new run ended with an error where the old one did not."""
        return self.has_both and bool(self.after[-1].error) and not self.before[-1].error

    @property
    def failed_before(self) -> bool:
        """Whether it is the other way round."""
        return self.has_both and bool(self.before[-1].error) and not self.after[-1].error

    def verdict(self, key: SeriesKey | None = None) -> str:
        """The verdict on one metric, or in one word on the whole row."""
        if key is not None:
            return self.change(key).verdict
        if not self.has_both:
            return "only in this run" if self.after else "only in the other run"
        worse, better = self.is_in("regressed"), self.is_in("improved")
        return "mixed" if worse and better else "regressed" if worse else "improved" if better else "same"

    def is_in(self, shown: str, key: SeriesKey | None = None) -> bool:
        """Whether it belongs to one of SHOWN, by one metric or by any and by its error."""
        wanted = {"regressed": "worse", "improved": "better"}.get(shown)
        if wanted is None:
            return True
        if key is not None:
            return self.verdict(key) == wanted
        error = self.fails_now if wanted == "worse" else self.failed_before
        return error or any(each.verdict == wanted for each in self.changes.values())

    def change(self, key: SeriesKey) -> Change:
        """The values of a metric in both runs."""
        return self.changes.get(key) or Change(_value(self.before, key), _value(self.after, key))


def _value(rows: Sequence[Row], key: SeriesKey) -> Value | None:
    cell = rows[-1].cells.get(key) if rows else None
    return None if cell is None else cell.value


def _shown(rows: Sequence[Row], key: SeriesKey, number: float) -> Value:
    """The number, as the boolean that it came from if it did."""
    value = _value(rows, key)
    return value if isinstance(value, bool) and value == number else number


def pairs_of(before: Iterable[Row], after: Iterable[Row], comparison: Document) -> list[Pair]:
    """The datapoints of both runs, in the order of the new one; rows that name no datapoint are left out."""
    pairs: dict[str, Pair] = {}
    for rows, side in ((after, "after"), (before, "before")):
        for row in rows:
            if row.datapoint_id is not None:
                pair = pairs.setdefault(row.datapoint_id, Pair(row.datapoint_id, [], []))
                getattr(pair, side).append(row)
    for metric in comparison["metrics"]:
        verdicts = {each: word for group, word in VERDICTS.items() for each in metric[group]}
        for each in metric["changes"]:
            datapoint_id = each["datapoint_id"]
            pair, key = pairs[datapoint_id], key_of(metric["metric_name"], metric)
            old, new = _shown(pair.before, key, each["old_value"]), _shown(pair.after, key, each["new_value"])
            pair.changes[key] = Change(old, new, each["difference"], verdicts[datapoint_id])
    return list(pairs.values())


def counts(pairs: Sequence[Pair], key: SeriesKey | None) -> Mapping[str, int]:
    """How many there are of each of SHOWN."""
    return {shown: sum(pair.is_in(shown, key) for pair in pairs) for shown in SHOWN}
