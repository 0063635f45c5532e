"""Statistics over the repetitions of a row: spread, pass@k and pass^k, and one merged row for comparisons."""

from dataclasses import replace
from math import comb
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from .dataset import bare_id
from .scoring import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .result import RowResult
    from .summary import MetricSummary


def by_datapoint(rows: "Iterable[RowResult]") -> "dict[str, list[RowResult]]":
    """Group the repetitions of each row, by the id of the datapoint without the prefix of rows that are not stored."""
    found: dict[str, list[RowResult]] = {}
    for row in rows:
        found.setdefault(bare_id(row.datapoint_id), []).append(row)
    return found


def with_repetitions(metrics: "Mapping[str, MetricSummary]", rows: "Iterable[RowResult]") -> "dict[str, MetricSummary]":
    """Return the summaries of the metrics, completed with statistics over the repetitions of each row."""
    groups = list(by_datapoint(rows).values())
    return {name: _with_repetitions(one, groups) for name, one in metrics.items()}


def _with_repetitions(summary: "MetricSummary", groups: "Sequence[Sequence[RowResult]]") -> "MetricSummary":
    name = summary.name
    values = [[number for row in group if (number := number_of(row.metrics.get(name))) is not None] for group in groups]
    spreads = [stdev(numbers) for numbers in values if len(numbers) > 1]
    has_verdicts = any(isinstance(_verdict(name, row), bool) for group in groups for row in group)
    verdicts = [_verdicts(name, group) for group in groups] if has_verdicts else []
    passes = [(len(found), sum(found)) for found in verdicts if found]
    largest = min((count for count, _ in passes), default=0)
    return replace(
        summary,
        spread=fmean(spreads) if spreads else None,
        pass_at_k={k: fmean(pass_at(k, *one) for one in passes) for k in range(1, largest + 1)},
        pass_hat_k={k: fmean(pass_hat(k, *one) for one in passes) for k in range(1, largest + 1)},
    )


def _verdict(name: str, row: "RowResult") -> object:
    return row.passed.get(name, row.metrics.get(name))


def _verdicts(name: str, group: "Sequence[RowResult]") -> list[bool]:
    """Return a bool for each repetition: its explicit verdict ``Score.passed``, or else its boolean value.

    A failed repetition without a value counts as False. Any other repetition without a value is left out.
    """
    values = [(_verdict(name, row), row.failed) for row in group]
    return [value is True for value, failed in values if value is not None or failed]


def pass_at(k: int, count: int, passed: int) -> float:
    """Return pass@k: the probability that at least one of k repetitions, drawn at random from ``count``, passed."""
    return 1 - comb(count - passed, k) / comb(count, k)


def pass_hat(k: int, count: int, passed: int) -> float:
    """Return pass^k: the probability that all of k repetitions, drawn at random from ``count``, passed."""
    return comb(passed, k) / comb(count, k)


def merged(rows: "Iterable[RowResult]") -> "dict[str, RowResult]":
    """Merge the repetitions of each datapoint into one row, whose numbers are means over the repetitions.

    The merged row counts as failed if every repetition failed. Its strings and outputs are those of the first
    successful repetition. The keys are datapoint ids without the prefix of rows that are not stored.
    """
    return {key: _merged(group) for key, group in by_datapoint(rows).items()}


def _merged(group: "Sequence[RowResult]") -> "RowResult":
    best = next((row for row in group if not row.failed), group[0])
    if len(group) == 1:
        return best
    metrics = dict(best.metrics)
    for name in {name for row in group for name in row.metrics}:
        numbers = [number for row in group if (number := number_of(row.metrics.get(name))) is not None]
        if numbers:
            metrics[name] = fmean(numbers)
    return replace(best, metrics=metrics)
