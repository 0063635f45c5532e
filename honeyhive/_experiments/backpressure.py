"""Backpressure: new rows wait while half of the delivery queue is in use, so that no event of a row is dropped."""

import threading
from typing import Final

from .._tracing.options import Options
from .._tracing.tracer import Tracer

_SHARE: Final = 0.5
"""Share of the queue that may be in use before a new row waits. Rows in progress need the rest of the queue."""
_RECORDS_BETWEEN: Final = 8
"""Number of records logged between two checks of the queue. Fewer checks cost less, because each takes a lock."""
_FLUSH_TIMEOUT: Final = 5.0
"""Seconds to wait for delivery before checking again whether the run is stopped."""
_PAUSE: Final = 0.5
"""Seconds between two checks while the service is unavailable."""


class QueueBackpressure:
    """Makes rows wait while a tracer's delivery queue has little space left."""

    def __init__(self, tracer: Tracer, options: Options | None) -> None:
        self._tracer = tracer
        limits = (options or Options()).queue
        self._records = limits.records * _SHARE
        self._bytes = limits.bytes * _SHARE
        self._next_check = 0

    def is_short(self) -> bool:
        """Return True if a row should wait before it starts."""
        logged = self._tracer.worker.counters.admitted
        if logged < self._next_check:
            return False
        stats = self._tracer.stats()
        if stats.pending > self._records or stats.pending_bytes > self._bytes:
            return True
        self._next_check = logged + _RECORDS_BETWEEN
        return False

    def wait(self, stopped: threading.Event) -> None:
        """Wait until the queue has space, or the run is stopped.

        While the service is unavailable, wait without a limit.
        """
        while not stopped.is_set() and self.is_short():
            self._tracer.flush(_FLUSH_TIMEOUT)
            if self.is_short():
                stopped.wait(_PAUSE)
