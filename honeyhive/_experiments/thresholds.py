"""Thresholds of metrics: decides if a run is good enough. Failed rows count as not passed."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from statistics import fmean

from .tally import RowShape, Tally


def missed(
    tally: Tally,
    thresholds: Mapping[str, float],
    least: float | None,
    *,
    lower_is_better: AbstractSet[str],
    tolerate_failures: bool,
    summary_scores: Mapping[str, float],
) -> list[str]:
    """Return a message for each metric that misses its threshold.

    A threshold is the smallest mean that passes; if less is better, the largest. ``least`` applies to all other metrics
    with numbers. A failed row without a value counts as the worst value, and at best as 0. ``summary_scores`` are the
    numbers of summary evaluators, which stand for all rows.
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
    tally: Tally,
    lower: bool,
    tolerate_failures: bool,
    summary_scores: Mapping[str, float],
) -> str | None:
    required = f"at {'most' if lower else 'least'} {threshold:g} is required"
    if name in summary_scores:
        value = summary_scores[name]
        return f"{name} is {value:.4g}, but {required}" if (value > threshold if lower else value < threshold) else None
    values = tally.numbers.get(name)
    if not values:
        return f"{name} has no value, but {required}"
    lacking = 0
    if not tolerate_failures:
        lacking = sum(count for shape, count in tally.shapes.items() if _lacks(shape, name, tally))
    words = f", counting {lacking} failed {'row' if lacking == 1 else 'rows'} as not passed" if lacking else ""
    if lower:
        mean = fmean(values)
        return f"{name} is {mean:.4g}{words}, but {required}" if lacking or mean > threshold else None
    mean = fmean([*values, *[min(0.0, *values)] * lacking])
    return f"{name} is {mean:.4g}{words}, but {required}" if mean < threshold else None


def _lacks(shape: RowShape, name: str, tally: Tally) -> bool:
    """Return True if the metric is missing because the function failed, or an evaluator that may have given it."""
    if name in shape.metrics:
        return False
    # An evaluator whose name is not a metric gives metrics of other names.
    return shape.has_error or any(one == name or one not in tally.numbers for one in shape.failed_evaluators)
