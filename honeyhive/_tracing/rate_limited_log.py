"""The one logger of the background, which says each thing at most once a minute and how often it happened."""

import logging
import math
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final

logger: Final = logging.getLogger("honeyhive")
logger.addHandler(logging.NullHandler())

INTERVAL: Final = 60.0


class Notices:
    """Warnings of one client, by cause."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next: dict[str, float] = {}
        self._unsaid: dict[str, int] = {}
        self._due: deque[tuple[int, str]] = deque()

    def warn(self, cause: str, message: str, *, level: int = logging.WARNING) -> None:
        """Have the message logged, unless the same cause was within the last minute; then it is only counted."""
        now = self._clock()
        total = self._unsaid.get(cause, 0) + 1
        if now < self._next.get(cause, now):
            self._unsaid[cause] = total
            return
        self._unsaid[cause] = 0
        self._next[cause] = now + INTERVAL
        self._due.append((level, f"{message} ({total} times)" if total > 1 else message))

    def warn_once(self, cause: str, message: str) -> None:
        """Have the message logged the first time only."""
        if cause not in self._next:
            self.warn(cause, message)
            self._next[cause] = math.inf

    def recovered(self, cause: str, message: str) -> None:
        """Have one line logged if the cause was warned of, so that the end of a fault shows, too."""
        if self._next.pop(cause, None) is not None:
            self._unsaid.pop(cause, None)
            self._due.append((logging.WARNING, message))

    def emit(self) -> None:
        """Log what is due. Called while no lock is held, since a handler may take locks or call back."""
        while self._due:
            with suppress(IndexError):  # another thread was quicker
                level, message = self._due.popleft()
                with suppress(Exception):  # a handler of the user's that raises must not end the delivery
                    logger.log(level, "%s", message)
