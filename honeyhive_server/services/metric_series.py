"""Metric values of a run's events: collected into series and aggregated.

Pure functions. Booleans count as 1 and 0; strings have no aggregate except a count.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median
from typing import Any, NamedTuple

from ..model.event_model import Document
from ..store.run_queries import RunEvent

Value = float | bool | str
Range = Mapping[str, Any]


class MetricRule(NamedTuple):
    """Type, threshold and direction of a metric."""

    metric_type: str
    threshold: Range | None
    """The passing range of the run, otherwise the threshold of the stored metric, otherwise None."""
    is_lower_asked: bool = False
    """True if the run lists the metric in `lower_is_better`."""

    def decides(self, value: Value) -> bool:
        """Return True if the value can fail: the metric has a threshold, or the value is a boolean."""
        return bool(self.threshold) or isinstance(value, bool)

    def passes(self, value: Value) -> bool:
        """Return True if the value passes. Without a threshold, false fails, or true if lower is better."""
        bounds = self.threshold or {}
        if not bounds and isinstance(value, bool):
            return value is not self.is_lower_asked
        if isinstance(value, str):
            return value in bounds.get("passing_categories", [value])
        if bounds.get("pass_when", value) != value:
            return False
        return bool(bounds.get("min", -math.inf) <= value <= bounds.get("max", math.inf))

    @property
    def is_lower_better(self) -> bool:
        """Return True if lower values are better: the run lists the metric, or the threshold has only a maximum."""
        return self.is_lower_asked or (
            self.threshold is not None and "max" in self.threshold and "min" not in self.threshold
        )


# The rule for a metric without a stored definition.
DEFAULT_RULE = MetricRule("CLIENT_SIDE", None)


class SeriesKey(NamedTuple):
    """Key of a series. The name of a session event is empty, because each session may have another name."""

    metric: str
    event_type: str
    event_name: str


@dataclass
class MetricSeries:
    """The values of one metric in one run."""

    event_name: str
    values: list[float] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)
    by_datapoint: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    passed: dict[str, bool] = field(default_factory=dict)
    """Maps the id of a datapoint to True if all values of the datapoint passed."""

    def add(self, value: Value, datapoint_id: str | None, *, passed: bool) -> None:
        """Add the value of one event."""
        if datapoint_id is not None:
            self.passed[datapoint_id] = passed and self.passed.get(datapoint_id, True)
        if isinstance(value, str):
            self.texts[value] += 1
            return
        self.values.append(float(value))
        if datapoint_id is not None:
            self.by_datapoint[datapoint_id].append(float(value))

    def aggregate(self, function: str) -> float | None:
        """Return the aggregate, or None without values."""
        if function == "count":
            return len(self.values) + self.texts.total()
        return finite(AGGREGATES[function], self.values) if self.values else None


def finite(function: Callable[..., float], *arguments: Any) -> float | None:
    """Return the function's result, or None if JSON cannot represent it, such as an infinite sum."""
    try:
        number = function(*arguments)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def percentile(share: float) -> Callable[[Sequence[float]], float]:
    """Return a function for the percentile of this share (0 to 1), interpolated linearly."""

    def at(values: Sequence[float]) -> float:
        ordered = sorted(values)
        place = share * (len(ordered) - 1)
        low, high = ordered[math.floor(place)], ordered[math.ceil(place)]
        return low + (high - low) * (place - math.floor(place))

    return at


AGGREGATES: dict[str, Callable[[Sequence[float]], float]] = {
    "average": fmean,
    "min": min,
    "max": max,
    "median": median,
    "p90": percentile(0.9),
    "p95": percentile(0.95),
    "p99": percentile(0.99),
    "sum": math.fsum,
    "count": len,
}


def metrics_of(event: Document) -> dict[str, Value]:
    """Return the metrics of an event by name; nested objects have dotted names."""
    metrics = event["metrics"]
    return dict(_flat(metrics)) if metrics else {}


def _flat(metrics: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Value]]:
    for name, value in metrics.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, bool | int | float | str):
            yield prefix + name, value


def collect(metrics: Mapping[str, Any], values: dict[str, list[float]], prefix: str = "") -> None:
    """Add the numbers and booleans of an event's metrics to the lists in ``values``; a string adds an empty list."""
    for name, value in metrics.items():
        if isinstance(value, int | float):
            values.setdefault(prefix + name, []).append(float(value))
        elif isinstance(value, dict):
            collect(value, values, f"{prefix}{name}.")
        elif isinstance(value, str):
            values.setdefault(prefix + name, [])


def series_key(event: Document, metric: str) -> SeriesKey:
    """Return the key of the series to which an event's value of the metric belongs."""
    kind = event["event_type"]
    return SeriesKey(metric, kind, "" if kind == "session" else event["event_name"])


def series_of(events: Sequence[RunEvent], rules: Mapping[str, MetricRule]) -> dict[SeriesKey, MetricSeries]:
    """Return the series of a run, in one pass over its events."""
    found: dict[SeriesKey, MetricSeries] = {}
    for document, datapoint_id in events:
        for metric, value in metrics_of(document).items():
            key = series_key(document, metric)
            if key not in found:
                found[key] = MetricSeries(document["event_name"])
            found[key].add(value, datapoint_id, passed=rules.get(metric, DEFAULT_RULE).passes(value))
    return found
