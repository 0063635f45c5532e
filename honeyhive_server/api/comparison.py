"""Two experiment runs beside each other: the change of each metric, and the events of each datapoint in pairs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import sub
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.filters import Condition, read_query
from ..services.metric_values import AGGREGATES, FREE, Rule, Series, SeriesKey, finite, series_key, series_of
from ..store.dialect import Dialect
from ..store.queries import Page
from ..store.runs import RunEvent
from .request import Call
from .runs import Measured, measure, named, shown
from .summaries import DEFAULT_FUNCTION, Question, describe, kinds_of, question_of, rules_of

DEFAULT_LIMIT = 1000


async def compare_runs(call: Call) -> bytes:
    """Answer the change of each metric from the old run to the new one."""
    new, old = call.path["new_run_id"], call.path["old_run_id"]
    return await call.store.read(_compare, call.store.dialect, new, old, question_of(call))


def _compare(connection: Connection, dialect: Dialect, new_id: str, old_id: str, question: Question) -> bytes:
    new, old = (measure(connection, dialect, each, question.conditions) for each in (new_id, old_id))
    return orjson.dumps(compare(connection, old, new, question.function))


def rules_of_both(connection: Connection, old: Measured, new: Measured) -> dict[str, Rule]:
    """What is known about each metric; where the runs say different things, the new one counts."""
    return rules_of(connection, old.run) | rules_of(connection, new.run)


def compare(connection: Connection, old: Measured, new: Measured, function: str = DEFAULT_FUNCTION) -> Document:
    """The change of each metric from the old run to the new one, from those of their events that count."""
    rules = rules_of_both(connection, old, new)
    after, before = series_of(new.events, rules), series_of(old.events, rules)
    nothing = Series("")
    changes = [
        _change(key, before.get(key, nothing), after.get(key, nothing), rules.get(key.metric, FREE), function)
        for key in {**after, **before}
    ]
    held = _datapoints(old)
    old_run, new_run = named(connection, [shown(old), shown(new)])
    return {
        "metrics": changes,
        "commonDatapoints": [each for each in _datapoints(new) if each in held],
        "event_details": _presence(old, new),
        "old_run": old_run,
        "new_run": new_run,
    }


def _change(key: SeriesKey, old: Series, new: Series, rule: Rule, function: str) -> dict[str, Any]:
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


def _by_datapoint(old: Mapping[str, list[float]], new: Mapping[str, list[float]], rule: Rule) -> dict[str, Any]:
    """Which of the datapoints that both runs measured got better, and by how much; several values are averaged."""
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


def _datapoints(measured: Measured) -> dict[str, None]:
    """The datapoints that a run ran over, each once."""
    return dict.fromkeys(each.datapoint_id for each in measured.events if each.datapoint_id is not None)


def _presence(old: Measured, new: Measured) -> list[dict[str, str]]:
    before, after = dict.fromkeys(kinds_of(old.events)), dict.fromkeys(kinds_of(new.events))
    return [
        {
            "event_name": each[0],
            "event_type": each[1],
            "presence": "both" if each in before and each in after else "new" if each in after else "old",
        }
        for each in {**after, **before}
    ]


async def compare_run_events(call: Call) -> bytes:
    """Answer one page of the pairs of events, the new run's first."""
    return await _pairs(call, call.path["new_run_id"], call.path["old_run_id"])


async def compare_run_events_legacy(call: Call) -> bytes:
    """As compare_run_events, with the ids of the runs in the query."""
    arguments = call.arguments()
    return await _pairs(call, arguments["run_id_1"], arguments["run_id_2"])


async def _pairs(call: Call, first: str, second: str) -> bytes:
    arguments = call.arguments()
    wanted: dict[str, Any] = {name: arguments[name] for name in ("event_name", "event_type") if name in arguments}
    conditions = read_query({**arguments.get("filter", {}), **wanted})
    page = Page(arguments.get("limit", DEFAULT_LIMIT), arguments.get("page", 1))
    return await call.store.read(_page_of_pairs, call.store.dialect, (first, second), conditions, page)


def _page_of_pairs(
    connection: Connection, dialect: Dialect, ids: tuple[str, str], conditions: Sequence[Condition], page: Page
) -> bytes:
    first, second = (_numbered(measure(connection, dialect, each, conditions).events) for each in ids)
    common = [key for key in first if key in second]
    pairs = [
        {"datapoint_id": key[0], "event_1": first[key], "event_2": second[key]}
        for key in common[page.offset : page.offset + page.limit]
    ]
    return orjson.dumps({"events": pairs, "totalEvents": len(common)})


def _numbered(events: Sequence[RunEvent]) -> dict[tuple[str, SeriesKey, int], Document]:
    """The events by datapoint, type and name, and the how manieth of these each is."""
    seen: Counter[tuple[str, SeriesKey]] = Counter()
    found = {}
    for document, datapoint_id in events:
        if datapoint_id is not None:
            what = datapoint_id, series_key(document, "")
            found[(*what, seen[what])] = document
            seen[what] += 1
    return found
