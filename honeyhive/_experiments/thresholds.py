"""Gates of a run: thresholds of its metrics, and regressions since an earlier run."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from .tally import RowShape, RunTally

if TYPE_CHECKING:
    from .run_comparison import Comparison, MetricChange

ANY: Final = "any"
"""Stands for every metric without its own tolerance."""


def missed(
    tally: RunTally,
    thresholds: Mapping[str, float],
    least: float | None,
    *,
    lower_is_better: AbstractSet[str],
    tolerate_failures: bool,
    summary_scores: Mapping[str, float],
) -> list[str]:
    """Return a message for each metric that misses its threshold.

    A threshold is the smallest mean that passes; if less is better, the largest. ``least`` applies to all other
    metrics with numbers. A failed row without a value counts as the worst value, but at most as 0. ``summary_scores``
    are the numbers of summary evaluators, which apply to all rows.
    """
    names = {**dict.fromkeys(tally.numbers), **dict.fromkeys(summary_scores)}
    wanted = {} if least is None else {name: least for name in names if name not in lower_is_better}
    found = [
        words
        for name, threshold in {**wanted, **thresholds}.items()
        if (words := _missed(name, threshold, tally, name in lower_is_better, tolerate_failures, summary_scores))
    ]
    if least is not None and not names:
        found.append(f"no metric has a value, but at least {least:g} is required")
    return found


def _missed(
    name: str,
    threshold: float,
    tally: RunTally,
    lower: bool,
    tolerate_failures: bool,
    summary_scores: Mapping[str, float],
) -> str | None:
    required = f"at {'most' if lower else 'least'} {threshold:g} is required"
    if name in summary_scores:
        value = summary_scores[name]
        return f"{name} is {value:.4g}, but {required}" if (value > threshold if lower else value < threshold) else None
    values = tally.numbers.get(name)
    if values is None:
        return f"{name} has no value, but {required}"
    lacking = 0
    if not tolerate_failures:
        lacking = sum(count for shape, count in tally.shapes.items() if _lacks(shape, name, tally))
    words = f", counting {lacking} failed {'row' if lacking == 1 else 'rows'} as not passed" if lacking else ""
    if lower:
        mean = values.mean()
        return f"{name} is {mean:.4g}{words}, but {required}" if lacking or mean > threshold else None
    mean = values.mean(lacking)
    return f"{name} is {mean:.4g}{words}, but {required}" if mean < threshold else None


def _lacks(shape: RowShape, name: str, tally: RunTally) -> bool:
    """Return True if the metric is missing because the function failed, or an evaluator that may return it."""
    if name in shape.metrics:
        return False
    # An evaluator whose name is not a metric returns metrics of other names.
    return shape.has_error or any(one == name or one not in tally.numbers for one in shape.failed_evaluators)


def worsened(comparison: "Comparison", tolerances: Mapping[str, float | None]) -> list[str]:
    """Return a message for each metric that became worse than its tolerance allows, or that has no pairs."""
    wanted = dict.fromkeys(comparison.metrics, tolerances[ANY]) if ANY in tolerances else {}
    named = {name: tolerance for name, tolerance in tolerances.items() if name != ANY}
    found = []
    for name, tolerance in {**wanted, **named}.items():
        change = comparison.metrics.get(name)
        if change is None or not change.pairs:
            if name in named:
                found.append(f"{name} cannot be compared: no row has a value in both runs")
        elif _is_worse(change, tolerance):
            found.append(f"{name} became worse: {change}")
    return found


def _is_worse(change: "MetricChange", tolerance: float | None) -> bool:
    if tolerance is None:
        return change.significant and change.gain < 0
    return -change.gain > tolerance
