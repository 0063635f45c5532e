"""Keeps the rows from logging faster than is delivered: no row of an experiment may be dropped from a full queue."""

import threading
from typing import Final

from .._tracing.tracer import Options, Tracer

_SHARE: Final = 0.5
"""Share of the queue that may be in use before a row waits; the rows under way need the rest."""
_RECORDS_BETWEEN: Final = 8
"""Records logged between two checks, since every row would pay for them."""
_PATIENCE: Final = 5.0
_PAUSE: Final = 0.5
"""Seconds between two looks while the service is away."""


class QueueRoom:
    """The room in the queue of a tracer."""

    def __init__(self, tracer: Tracer, options: Options | None) -> None:
        self._tracer = tracer
        limits = (options or Options()).queue
        self._records = limits.records * _SHARE
        self._bytes = limits.bytes * _SHARE
        self._next_look = 0

    def is_short(self) -> bool:
        """Return True if a row should wait before it begins."""
        logged = self._tracer.worker.counters.admitted
        if logged < self._next_look:
            return False
        stats = self._tracer.stats()
        if stats.pending > self._records or stats.pending_bytes > self._bytes:
            return True
        self._next_look = logged + _RECORDS_BETWEEN
        return False

    def wait(self, stopped: threading.Event) -> None:
        """Wait until there is room, or the run is stopped; as long as the service is away there is none."""
        while not stopped.is_set() and self.is_short():
            self._tracer.flush(_PATIENCE)
            if self.is_short():
                stopped.wait(_PAUSE)
