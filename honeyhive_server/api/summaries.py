"""What came out of an experiment run: each metric over all datapoints, and which datapoints passed."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.filters import Condition, read_filters
from ..model.http_error import Refusal
from ..services.metric_values import AGGREGATES, FREE, Rule, Series, SeriesKey, metrics_of, series_of
from ..store import objects as definitions
from ..store.dialect import Dialect
from ..store.runs import RunEvent
from .metrics import METRIC
from .request import Call
from .runs import Measured, measure, named, shown

DEFAULT_FUNCTION = "average"


class Question(NamedTuple):
    """How the values of a metric become one, and which events count."""

    function: str
    conditions: list[Condition]


def question_of(call: Call) -> Question:
    """What the query asks for. Raises Refusal (400) for a function that there is not."""
    arguments = call.arguments()
    function = arguments.get("aggregate_function", DEFAULT_FUNCTION)
    if function not in AGGREGATES:
        raise Refusal(400, f"aggregate_function: {function[:40]!r} is not one of {', '.join(AGGREGATES)}")
    return Question(function, read_filters(arguments.get("filters", ())))


async def get_run_summary(call: Call) -> bytes:
    """Answer what came out of a run."""
    return await call.store.read(_summary, call.store.dialect, call.path["run_id"], question_of(call))


def _summary(connection: Connection, dialect: Dialect, run_id: str, question: Question) -> bytes:
    measured = measure(connection, dialect, run_id, question.conditions)
    return orjson.dumps(summarize(connection, measured, question.function))


def summarize(connection: Connection, measured: Measured, function: str = DEFAULT_FUNCTION) -> Document:
    """What came out of a run, from those of its events that count."""
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
            "details": [_detail(key, each, rules.get(key.metric, FREE), function) for key, each in series.items()],
        },
        "datapoints": outcomes,
        "event_details": [
            {"event_name": name, "event_type": kind} for name, kind in dict.fromkeys(kinds_of(measured.events))
        ],
        "run_object": named(connection, [shown(measured)])[0],
    }


def rules_of(connection: Connection, run: Document) -> dict[str, Rule]:
    """What is known about each metric by its name: the stored ones, and those with a passing range in the run."""
    stored = {each["name"]: each for each in definitions.find_all(connection, METRIC.name)}
    rules = {name: Rule(metric["type"], metric["threshold"]) for name, metric in stored.items()}
    for name, passing in run["passing_ranges"].items():
        rules[name] = Rule(rules.get(name, FREE).metric_type, passing)
    # As evaluate(lower_is_better=) keeps it: the document has no place for the direction of a metric.
    lower = run["metadata"].get("lower_is_better")
    for name in lower if isinstance(lower, list) else ():
        rules[str(name)] = rules.get(str(name), FREE)._replace(is_lower_asked=True)
    return rules


def is_judged(summary: Document, rules: Mapping[str, Rule]) -> bool:
    """Return True if a threshold or a boolean decides for at least one value."""
    values = ((each["name"], each["value"]) for outcome in summary["datapoints"] for each in outcome["metrics"])
    return any(rules.get(name, FREE).decides(value) for name, value in values)


def kinds_of(events: Iterable[RunEvent]) -> Iterable[tuple[str, str]]:
    """The name and the type of each event."""
    return ((event.document["event_name"], event.document["event_type"]) for event in events)


def _outcomes(events: Iterable[RunEvent], rules: Mapping[str, Rule]) -> list[Document]:
    """What came out for each datapoint of each session: it passed unless a metric or the session itself failed."""
    outcomes: dict[tuple[str, str | None], Document] = {}
    for document, datapoint_id in events:
        key = document["session_id"], datapoint_id
        new = {"session_id": key[0], "datapoint_id": datapoint_id, "passed": True, "metrics": []}
        outcome = outcomes.setdefault(key, new)
        if document["event_type"] == "session" and document["error"]:
            outcome["passed"] = False
        for name, value in metrics_of(document).items():
            passed = rules.get(name, FREE).passes(value)
            outcome["passed"] = outcome["passed"] and passed
            where = {"event_name": document["event_name"], "event_type": document["event_type"]}
            outcome["metrics"].append({"name": name, **where, "value": value, "passed": passed})
    return list(outcomes.values())


def _passed_and_failed(passed: Mapping[str, bool]) -> dict[str, list[str]]:
    return {
        "passed": [each for each in passed if passed[each]],
        "failed": [each for each in passed if not passed[each]],
    }


def describe(key: SeriesKey, series: Series, rule: Rule) -> dict[str, Any]:
    """What is measured where."""
    return {
        "metric_name": key.metric,
        "metric_type": rule.metric_type,
        "event_name": series.event_name,
        "event_type": key.event_type,
    }


def _detail(key: SeriesKey, series: Series, rule: Rule, function: str) -> dict[str, Any]:
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
