"""Comparison of two experiment runs: the change of each metric, and their events in pairs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import sub
from typing import Any

from sqlalchemy import Connection

from ..model.event_model import Document
from ..store.run_queries import RunEvent
from .metric_series import AGGREGATES, DEFAULT_RULE, MetricRule, MetricSeries, SeriesKey, finite, series_key, series_of
from .run_results import MeasuredRun, with_averages, with_dataset_names
from .summarize_run import DEFAULT_FUNCTION, describe, kinds_of, rules_of


def rules_of_both(connection: Connection, old: MeasuredRun, new: MeasuredRun) -> dict[str, MetricRule]:
    """Return the rule of each metric. If the runs differ, return the new run's rule."""
    return rules_of(connection, old.run) | rules_of(connection, new.run)


def compare(connection: Connection, old: MeasuredRun, new: MeasuredRun, function: str = DEFAULT_FUNCTION) -> Document:
    """Return a RunComparison, as openapi.yaml defines it, from the loaded events of both runs."""
    rules = rules_of_both(connection, old, new)
    after, before = series_of(new.events, rules), series_of(old.events, rules)
    nothing = MetricSeries("")
    changes = [
        _change(key, before.get(key, nothing), after.get(key, nothing), rules.get(key.metric, DEFAULT_RULE), function)
        for key in {**after, **before}
    ]
    held = _datapoints(old)
    old_run, new_run = with_dataset_names(connection, [with_averages(old), with_averages(new)])
    return {
        "metrics": changes,
        "commonDatapoints": [each for each in _datapoints(new) if each in held],
        "event_details": _presence(old, new),
        "old_run": old_run,
        "new_run": new_run,
    }


def _change(key: SeriesKey, old: MetricSeries, new: MetricSeries, rule: MetricRule, function: str) -> dict[str, Any]:
    before, after = old.aggregate(function), new.aggregate(function)
    numbers = {"old_aggregate": before, "new_aggregate": after}
    if before is not None and after is not None:
        numbers["difference"] = difference = finite(sub, after, before)
        if before and difference is not None:
            numbers["percentage_change"] = finite(_percentage, difference, before)
    return {
        **describe(key, new if new.event_name else old, rule),
        **{name: number for name, number in numbers.items() if number is not None},
        **_by_datapoint(old.by_datapoint, new.by_datapoint, rule),
        "old_values": old.values,
        "new_values": new.values,
    }


def _percentage(difference: float, of: float) -> float:
    return difference / abs(of) * 100


def _by_datapoint(old: Mapping[str, list[float]], new: Mapping[str, list[float]], rule: MetricRule) -> dict[str, Any]:
    """Return the datapoints with values in both runs, by direction of change; values of a datapoint are averaged."""
    groups: dict[str, list[str]] = {"improved": [], "degraded": [], "same": []}
    changes = []
    for each in (each for each in new if each in old):
        before, after = (finite(AGGREGATES["average"], values[each]) for values in (old, new))
        difference = None if before is None or after is None else finite(sub, after, before)
        if difference is None:
            continue
        better = -difference if rule.is_lower_better else difference
        groups["improved" if better > 0 else "degraded" if better < 0 else "same"].append(each)
        changes.append({"datapoint_id": each, "old_value": before, "new_value": after, "difference": difference})
    counts = {f"{name}_count": len(ids) for name, ids in groups.items()}
    return {"found_count": len(changes), **counts, **groups, "changes": changes}


def _datapoints(measured: MeasuredRun) -> dict[str, None]:
    """Return the datapoints of a run, each once, in order."""
    return dict.fromkeys(each.datapoint_id for each in measured.events if each.datapoint_id is not None)


def _presence(old: MeasuredRun, new: MeasuredRun) -> list[dict[str, str]]:
    before, after = dict.fromkeys(kinds_of(old.events)), dict.fromkeys(kinds_of(new.events))
    return [
        {
            "event_name": each[0],
            "event_type": each[1],
            "presence": "both" if each in before and each in after else "new" if each in after else "old",
        }
        for each in {**after, **before}
    ]


def numbered(events: Sequence[RunEvent]) -> dict[tuple[str, SeriesKey, int], Document]:
    """Map (datapoint, series, occurrence number) to the event; events without a datapoint are left out."""
    seen: Counter[tuple[str, SeriesKey]] = Counter()
    found = {}
    for document, datapoint_id in events:
        if datapoint_id is not None:
            what = datapoint_id, series_key(document, "")
            found[(*what, seen[what])] = document
            seen[what] += 1
    return found
