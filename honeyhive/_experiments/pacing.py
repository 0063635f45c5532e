"""Rate limit for calls of a function, and delays between its retries."""

import threading
from random import Random
from time import monotonic
from typing import Final

FIRST_RETRY_DELAY: Final = 0.5
"""Seconds before the first retry; doubled for each further retry."""
_MAX_RETRY_DELAY: Final = 30.0
_jitter: Final = Random()
"""Our own random generator: a program that seeds Python's shared generator expects the numbers that follow its seed."""


class RateLimit:
    """Spaces calls evenly, so that at most ``rate`` of them start in a second."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._next = 0.0
        self._lock = threading.Lock()

    def reserve(self) -> float:
        """Reserve the next slot, and return the seconds until it begins."""
        with self._lock:
            now = monotonic()
            slot = max(now, self._next)
            self._next = slot + self._interval
            return slot - now


def retry_delay(attempt: int) -> float:
    """Return the seconds to wait after the failed attempt with this number (from 1), with up to 25 % jitter."""
    delay = min(FIRST_RETRY_DELAY * 2.0 ** (attempt - 1), _MAX_RETRY_DELAY)
    return delay * _jitter.uniform(1.0, 1.25)
