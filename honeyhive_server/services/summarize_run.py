"""Summary of an experiment run: each metric over all datapoints, and the datapoints that passed."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from ..model.event_model import Document
from ..store import definitions
from ..store.run_queries import RunEvent
from .definition_kinds import METRIC
from .metric_series import DEFAULT_RULE, MetricRule, MetricSeries, SeriesKey, metrics_of, series_of
from .run_results import MeasuredRun, with_averages, with_dataset_names

DEFAULT_FUNCTION = "average"


def summarize(connection: Connection, measured: MeasuredRun, function: str = DEFAULT_FUNCTION) -> Document:
    """Return a RunSummary, as openapi.yaml defines it, from the loaded events of a run."""
    rules = rules_of(connection, measured.run)
    outcomes = _outcomes(measured.events, rules)
    by_datapoint: dict[str, bool] = {}
    for each in outcomes:
        if (datapoint_id := each["datapoint_id"]) is not None:
            by_datapoint[datapoint_id] = each["passed"] and by_datapoint.get(datapoint_id, True)
    series = series_of(measured.events, rules)
    return {
        "status": measured.run["status"],
        "success": all(each["passed"] for each in outcomes),
        **_passed_and_failed(by_datapoint),
        "metrics": {
            "aggregation_function": function,
            "details": [
                _detail(key, each, rules.get(key.metric, DEFAULT_RULE), function) for key, each in series.items()
            ],
        },
        "datapoints": outcomes,
        "event_details": [
            {"event_name": name, "event_type": kind} for name, kind in dict.fromkeys(kinds_of(measured.events))
        ],
        "run_object": with_dataset_names(connection, [with_averages(measured)])[0],
    }


def rules_of(connection: Connection, run: Document) -> dict[str, MetricRule]:
    """Return the rule of each metric by name, for stored metrics and for metrics with a passing range in the run."""
    stored = {each["name"]: each for each in definitions.find_all(connection, METRIC.name)}
    rules = {name: MetricRule(metric["type"], metric["threshold"]) for name, metric in stored.items()}
    for name, passing in run["passing_ranges"].items():
        rules[name] = MetricRule(rules.get(name, DEFAULT_RULE).metric_type, passing)
    # evaluate(lower_is_better=) stores the names here: openapi.yaml has no field for the direction of a metric.
    lower = run["metadata"].get("lower_is_better")
    for name in lower if isinstance(lower, list) else ():
        rules[str(name)] = rules.get(str(name), DEFAULT_RULE)._replace(is_lower_asked=True)
    return rules


def is_judged(summary: Document, rules: Mapping[str, MetricRule]) -> bool:
    """Return True if at least one value can fail: its metric has a threshold, or the value is a boolean."""
    values = ((each["name"], each["value"]) for outcome in summary["datapoints"] for each in outcome["metrics"])
    return any(rules.get(name, DEFAULT_RULE).decides(value) for name, value in values)


def kinds_of(events: Iterable[RunEvent]) -> Iterable[tuple[str, str]]:
    """Yield the name and type of each event."""
    return ((event.document["event_name"], event.document["event_type"]) for event in events)


def _outcomes(events: Iterable[RunEvent], rules: Mapping[str, MetricRule]) -> list[Document]:
    """Return the outcome of each datapoint in each session: passed without a failed metric and without an error."""
    outcomes: dict[tuple[str, str | None], Document] = {}
    for document, datapoint_id in events:
        key = document["session_id"], datapoint_id
        new = {"session_id": key[0], "datapoint_id": datapoint_id, "passed": True, "metrics": []}
        outcome = outcomes.setdefault(key, new)
        if document["event_type"] == "session" and document["error"]:
            outcome["passed"] = False
        for name, value in metrics_of(document).items():
            passed = rules.get(name, DEFAULT_RULE).passes(value)
            outcome["passed"] = outcome["passed"] and passed
            where = {"event_name": document["event_name"], "event_type": document["event_type"]}
            outcome["metrics"].append({"name": name, **where, "value": value, "passed": passed})
    return list(outcomes.values())


def _passed_and_failed(passed: Mapping[str, bool]) -> dict[str, list[str]]:
    return {
        "passed": [each for each in passed if passed[each]],
        "failed": [each for each in passed if not passed[each]],
    }


def describe(key: SeriesKey, series: MetricSeries, rule: MetricRule) -> dict[str, Any]:
    """Return the fields that identify a metric in summaries and comparisons."""
    return {
        "metric_name": key.metric,
        "metric_type": rule.metric_type,
        "event_name": series.event_name,
        "event_type": key.event_type,
    }


def _detail(key: SeriesKey, series: MetricSeries, rule: MetricRule, function: str) -> dict[str, Any]:
    aggregate = series.aggregate(function)
    bounds = {end: rule.threshold[end] for end in ("min", "max") if end in rule.threshold} if rule.threshold else {}
    return {
        **describe(key, series, rule),
        **({"aggregate": aggregate} if aggregate is not None else {}),
        "values": series.values,
        **({"counts": series.texts} if series.texts else {}),
        **({"passing_range": bounds} if bounds else {}),
        "datapoints": _passed_and_failed(series.passed),
    }
