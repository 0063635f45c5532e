"""95 % confidence interval for the mean of paired differences, computed with the percentile bootstrap."""

from collections.abc import Sequence
from random import Random
from statistics import fmean
from typing import Final, NamedTuple

_SEED: Final = 20_261
"""Seed of the random resamples. It is fixed, so that the same runs always give the same interval."""
_RESAMPLES: Final = 1_000
_TAIL: Final = 0.025
_MIN_CHANGES: Final = 6
"""Number of changed rows that a significant result needs.

Five changed rows all change in the same direction by chance in 6 % of cases, six rows in 3 %.
"""


class Interval(NamedTuple):
    """Bounds that contain the true mean in 95 of 100 cases."""

    low: float
    high: float


def interval_of(differences: Sequence[float]) -> Interval | None:
    """Return the 95 % interval for the mean of the differences; None for fewer than two differences."""
    if len(differences) < 2:
        return None
    choose = Random(_SEED).choices
    size = len(differences)
    means = sorted(fmean(choose(differences, k=size)) for _ in range(_RESAMPLES))
    tail = int(_RESAMPLES * _TAIL)
    return Interval(means[tail], means[-1 - tail])


def is_significant(differences: Sequence[float], interval: Interval | None) -> bool:
    """Return True if zero is outside the interval and enough rows changed."""
    if interval is None or sum(difference != 0 for difference in differences) < _MIN_CHANGES:
        return False
    return interval.low > 0 or interval.high < 0
