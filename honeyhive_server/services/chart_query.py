"""Chart queries: scalars, categories and time series, computed from events. Pure functions."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from ..model.event_model import Document
from ..model.http_messages import HTTPError
from .chart_buckets import buckets_of, iso_time
from .metric_series import finite

EVENT_COUNT: Final = "event_count"
SESSION_COUNT: Final = "session_count"
_COUNTS: Final = {EVENT_COUNT: ("events", "number"), SESSION_COUNT: ("sessions", "number")}
_OTHER: Final = "other"
_DEFAULT_RANKING: Final = 10


class ChartTask(NamedTuple):
    """A query, read from the body of a request."""

    measures: Sequence[Mapping[str, str]]
    start: float
    """Start of the time range in Unix milliseconds, inclusive."""
    end: float
    """End of the time range in Unix milliseconds, exclusive."""
    zone: ZoneInfo
    split_by: tuple[str, ...] | None
    limit: int = _DEFAULT_RANKING
    include_other: bool = False
    max_points: int | None = None


def scalar(task: ChartTask, events: Sequence[Document]) -> dict[str, Any]:
    """Return one number. Raises HTTPError (400) for several measures."""
    if len(task.measures) > 1:
        raise HTTPError(400, "query.measures: pass only one measure, because a scalar is one number")
    return {
        "data": {"value": _value(task.measures[0], events)},
        "measures": _described(task.measures),
        "meta": _meta(events),
    }


def categorical(task: ChartTask, events: Sequence[Document]) -> dict[str, Any]:
    """Return a number for each value of the field ``split_by``. Raises HTTPError (400) if the field is missing."""
    if task.split_by is None:
        raise HTTPError(400, "query.split_by: a categorical chart needs this field")
    groups, ranking = _split(task, events)
    unit, form = _unit(task.measures[0]["metric"])
    series = [
        {"measure_id": _id(measure), "name": None, "values": [_value(measure, group) for group in groups.values()]}
        for measure in task.measures
    ]
    data = {"categories": list(groups), "series": series}
    return {"data": data, "unit": unit, "format": form, "meta": {**_meta(events), "ranking": ranking}}


def time_series(task: ChartTask, events: Sequence[Document]) -> dict[str, Any]:
    """Return a number for each bucket, measure and value of ``split_by``."""
    interval, starts = buckets_of(task.start, task.end, task.zone, task.max_points)
    groups, ranking = _split(task, events) if task.split_by else ({None: list(events)}, None)
    series = []
    for name, group in groups.items():
        in_buckets: list[list[Document]] = [[] for _ in starts]
        for event in group:
            in_buckets[bisect_right(starts, event["start_time"]) - 1].append(event)
        for measure in task.measures:
            values = [_value(measure, bucket) for bucket in in_buckets]
            series.append({"measure_id": _id(measure), "name": name, "values": values})
    fill = "zero" if all(one["metric"] in _COUNTS for one in task.measures) else "null"
    meta = {**_meta(events), "effective_bucket": {"interval": interval, "fill": fill}}
    return {
        "data": {"buckets": [iso_time(start) for start in starts], "series": series},
        "measures": _described(task.measures),
        "meta": meta if ranking is None else {**meta, "ranking": ranking},
    }


def _split(task: ChartTask, events: Iterable[Document]) -> tuple[dict[str | None, list[Document]], dict[str, int]]:
    """Return the events by value of the split field, the most frequent value first, and the counts for ``meta``."""
    groups: dict[str | None, list[Document]] = {}
    for event in events:
        groups.setdefault(_text(_at(event, task.split_by or ())), []).append(event)
    counts = Counter({name: len(group) for name, group in groups.items()})
    order = sorted(counts, key=lambda name: (-counts[name], name is None, name or ""))
    shown: dict[str | None, list[Document]] = {name: groups[name] for name in order[: task.limit]}
    rest = [event for name in order[task.limit :] for event in groups[name]]
    if rest and task.include_other:
        shown[_OTHER] = [*shown.get(_OTHER, []), *rest]
    return shown, {"limit": task.limit, "total_categories": len(groups)}


def _value(measure: Mapping[str, str], events: Sequence[Document]) -> float | None:
    metric = measure["metric"]
    if metric == EVENT_COUNT:
        return len(events)
    if metric == SESSION_COUNT:
        return len({event["session_id"] for event in events})
    path = tuple(metric.split("."))
    found = [float(value) for event in events if isinstance(value := _at(event, path), int | float)]
    return finite(fmean, found) if found else None


def _at(event: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        event = event.get(step) if isinstance(event, dict) else None
    return event


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None or isinstance(value, dict | list) else str(value)


def _unit(metric: str) -> tuple[str, str]:
    """Return the unit of a measure and its display format."""
    name = metric.rpartition(".")[2]
    if metric == "duration":
        return "ms", "duration_ms"
    if "cost" in name.split("_"):
        return "usd", "currency_usd"
    if "tokens" in name.split("_"):
        return "tokens", "number"
    return _COUNTS.get(metric, ("number", "number"))


def _id(measure: Mapping[str, str]) -> str:
    return measure.get("id", measure["metric"])


def _described(measures: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    return [
        {"id": _id(one), "metric": one["metric"], **dict(zip(("unit", "format"), _unit(one["metric"]), strict=True))}
        for one in measures
    ]


def _meta(events: Sequence[Document]) -> dict[str, Any]:
    return {"matched_event_count": len(events), "warnings": []}


KINDS: Final = {"scalar": scalar, "categorical": categorical, "time_series": time_series}
