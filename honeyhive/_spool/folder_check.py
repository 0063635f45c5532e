"""Regular check that the folder of a spool was not deleted under a running process."""

from collections.abc import Callable
from typing import Final

from .._tracing.rate_limited_log import RateLimitedLog
from .folder import Folder

_INTERVAL: Final = 1.0
"""Seconds between two checks."""


class FolderCheck:
    """Checks a folder regularly, and logs a warning when it was deleted."""

    def __init__(self, log: RateLimitedLog, clock: Callable[[], float]) -> None:
        self._log, self._clock = log, clock
        self._next = 0.0

    def is_due(self) -> bool:
        """Return True if the last check is at least a second ago."""
        return self._clock() >= self._next

    def is_deleted(self, folder: Folder) -> bool:
        """Return True and log a warning if somebody deleted the folder."""
        self._next = self._clock() + _INTERVAL
        if not folder.is_deleted:
            return False
        self._log.warn("deleted", f"the spool {folder.path} was deleted under a running process: it is made again")
        return True
