"""Log messages of tracing. Each cause is logged at most once a minute, with the number of its messages."""

import logging
import math
from collections import deque
from collections.abc import Callable
from typing import Final

from .interrupts import suppressed

logger: Final = logging.getLogger("honeyhive")
logger.addHandler(logging.NullHandler())

# Seconds. Often enough to be noticed, rare enough not to fill a disk during a long outage.
INTERVAL: Final = 60.0


class RateLimitedLog:
    """Warnings of one client, by cause. Messages are queued, and written by ``emit``."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next: dict[str, float] = {}
        self._suppressed: dict[str, int] = {}
        self.ongoing: set[str] = set()
        """Logged causes that have not been reported as recovered."""
        self.due: deque[tuple[int, str]] = deque()
        """Level and message of the lines to write."""

    def warn(self, cause: str, message: str, *, level: int = logging.WARNING, details: str = "") -> None:
        """Queue the message and details; only count the message if the cause was logged in the last minute."""
        now = self._clock()
        total = self._suppressed.get(cause, 0) + 1
        if now < self._next.get(cause, now):
            self._suppressed[cause] = total
            return
        self._suppressed[cause] = 0
        self._next[cause] = now + INTERVAL
        self.ongoing.add(cause)
        self.due.append((level, f"{message} ({total} times){details}" if total > 1 else message + details))

    def warn_once(self, cause: str, message: str) -> None:
        """Queue the message the first time only."""
        if cause not in self._next:
            self.warn(cause, message)
            self._next[cause] = math.inf

    def recovered(self, message: str, *causes: str) -> None:
        """Queue one line if any of the causes was logged since the last recovery.

        A recovery does not allow a cause to be logged sooner, so an intermittent fault adds at most two lines a minute.
        """
        if not self.ongoing.isdisjoint(causes):
            self.ongoing.difference_update(causes)
            self.due.append((logging.WARNING, message))

    def emit(self) -> None:
        """Write the queued lines. Call it without holding a lock, because a handler may take locks or call the SDK."""
        while self.due:
            with suppressed(IndexError):  # another thread took the line
                level, message = self.due.popleft()
                with suppressed(Exception):  # an exception of a user's handler must not stop delivery
                    logger.log(level, "%s", message)
