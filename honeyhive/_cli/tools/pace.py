"""Rate and remaining time of long work."""

import time
from collections.abc import Callable
from typing import Final

_FIRST_SECOND: Final = 1.0
"""Seconds before the first estimate: the first requests are not representative."""


class Pace:
    """The pace of this run. ``done`` is the progress of an earlier, interrupted run."""

    def __init__(self, unit: str, done: float = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._unit = unit
        self._done = done
        self._clock = clock
        self._began = clock()

    def words(self, count: int, done: float, total: float | None = None) -> str:
        """Return the rate and, with a total, the remaining time; empty in the first second.

        ``count`` is the number of items in this run. ``done`` and ``total`` may have another unit, such as bytes.
        """
        seconds = self._clock() - self._began
        if seconds < _FIRST_SECOND:
            return ""
        rate = f", {count / seconds:,.0f} {self._unit}/s"
        gained = done - self._done
        if total is None or gained <= 0:
            return rate
        return f"{rate}, {_duration(seconds / gained * max(total - done, 0))} left"


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
