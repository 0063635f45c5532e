"""Thresholds of metrics: whether a run is good enough, with rows that failed counted as not passed."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from statistics import fmean
from typing import TYPE_CHECKING

from .scoring import number_of

if TYPE_CHECKING:
    from .result import RowResult


def missed(
    rows: Sequence["RowResult"],
    thresholds: Mapping[str, float],
    least: float | None,
    *,
    lower_is_better: AbstractSet[str],
    tolerate_failures: bool,
) -> list[str]:
    """Return, in words, the metrics that miss their threshold.

    A threshold is the smallest mean that passes, or the largest of a metric of which less is better. ``least`` is for
    every other metric that has numbers. A row that failed and has no value counts as the worst value, and at best as 0.
    """
    names = dict.fromkeys(name for row in rows for name, score in row.metrics.items() if number_of(score) is not None)
    wanted = {} if least is None else {name: least for name in names if name not in lower_is_better}
    found = [
        words
        for name, threshold in {**wanted, **thresholds}.items()
        if (words := _missed(name, threshold, rows, name in lower_is_better, names, tolerate_failures))
    ]
    if least is not None and not names:
        found.append(f"no metric has a value, at least {least:g} is asked for")
    return found


def _missed(
    name: str,
    threshold: float,
    rows: Sequence["RowResult"],
    lower: bool,
    metrics: Mapping[str, None],
    tolerate_failures: bool,
) -> str | None:
    asked = f"at {'most' if lower else 'least'} {threshold:g} is asked for"
    values = [number for row in rows if (number := number_of(row.metrics.get(name))) is not None]
    if not values:
        return f"{name} has no value, {asked}"
    failed = 0 if tolerate_failures else sum(_lacks(row, name, metrics) for row in rows)
    words = f", with {failed} failed {'row' if failed == 1 else 'rows'} as not passed" if failed else ""
    if lower:
        mean = fmean(values)
        return f"{name} is {mean:.4g}{words}, {asked}" if failed or mean > threshold else None
    mean = fmean([*values, *[min(0.0, *values)] * failed])
    return f"{name} is {mean:.4g}{words}, {asked}" if mean < threshold else None


def _lacks(row: "RowResult", name: str, metrics: Mapping[str, None]) -> bool:
    """Return True if the metric is missing since the function failed, or an evaluator that may have given it."""
    if name in row.metrics:
        return False
    # An evaluator whose name is not a metric gives metrics of other names.
    return row.error is not None or any(one == name or one not in metrics for one in row.evaluator_errors)
