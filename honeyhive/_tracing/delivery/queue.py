"""Memory store: a queue bounded in bytes and count, safe against interruption by its own thread."""

import threading
from collections import deque

from ..limits import QueueLimits
from .counters import Counters, Reason
from .records import Record


class ReentrantQueue:
    """Entrance of a store, which admits one record at a time.

    A signal handler or a ``__del__`` may put a record while the same thread is putting another one. The outer call
    then admits both, so that ``_admit_one`` never runs inside itself.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._is_admitting = False
        self._arriving: deque[tuple[Record | None, Reason | None]] = deque()
        self.is_closed = False

    def is_reachable(self, seconds: float) -> bool:
        """Return False if another thread holds the lock this long, as a daemon thread frozen at exit does."""
        if not self._lock.acquire(timeout=seconds):
            return False
        self._lock.release()
        return True

    def put(self, record: Record) -> None:
        """Accept the record, or count it as dropped."""
        self._admit(record, None)

    def drop(self, reason: Reason) -> None:
        """Count a record that is dropped before it is put, such as an event of an unsampled session."""
        self._admit(None, reason)

    def _admit(self, record: Record | None, reason: Reason | None) -> None:
        with self._lock:
            self._arriving.append((record, reason))
            while self._arriving and not self._is_admitting:
                self._is_admitting = True
                try:
                    self._admit_one(*self._arriving.popleft())
                finally:
                    self._is_admitting = False

    def _admit_one(self, record: Record | None, reason: Reason | None) -> None:
        raise NotImplementedError


class MemoryStore(ReentrantQueue):
    """Holds the records of this process. When it is full it drops the newest record, session starts last of all.

    The worker's side takes no lock.
    """

    def __init__(self, counters: Counters, limits: QueueLimits | None = None) -> None:
        super().__init__()
        self._counters = counters
        self._limits = limits or QueueLimits()
        self._records: deque[Record] = deque()
        # Each counter is written by one side only; the difference is what waits.
        self._bytes_in = self._count_in = 0
        self._bytes_out = self._count_out = 0
        self.last_taken: int = 0
        self.left_behind: int = 0
        # No bound of its own: all of it is in memory anyway.
        self.window_bytes = 1 << 62
        self.has_looked = True
        self.look_interval: float | None = None

    def take(self, count: int) -> list[Record]:
        """Return at most ``count`` of the oldest records not taken yet."""
        # Only this side removes records, so that there are at least as many.
        take = self._records.popleft
        taken = [take() for _ in range(min(count, len(self._records)))]
        if taken:
            self.last_taken = taken[-1].number
        return taken

    def give_back(self, records: list[Record]) -> None:
        """Put taken records back, before all others."""
        self._records.extendleft(reversed(records))

    def recover(self, now: float) -> bool:  # noqa: ARG002 - only a store on disk has something to search
        """Return True: memory holds nothing of dead processes."""
        return True

    def settle(self, records: list[Record]) -> None:
        """Free the memory of delivered or dropped records."""
        self._count_out += len(records)
        self._bytes_out += sum([record.size for record in records])

    @property
    def kept(self) -> int:
        """Return 0: memory does not outlive the process."""
        return 0

    def leave(self, taken: list[Record]) -> int:
        """Discard all unsettled records and return their number."""
        lost = [*taken, *self.take(1 << 62)]
        self.settle(lost)
        return len(lost)

    def forget(self) -> None:
        """Do nothing: no file belongs to the parent."""

    def __len__(self) -> int:
        return len(self._records)

    @property
    def pending_bytes(self) -> int:
        """Bytes of all unsettled records."""
        return self._bytes_in - self._bytes_out

    def _admit_one(self, record: Record | None, reason: Reason | None) -> None:
        if record is None or self.is_closed or self._is_full(record):
            self._counters.drop(reason or ("closed" if self.is_closed else "queue_full"))
            return
        self._bytes_in += record.size
        self._count_in += 1
        record.number = self._counters.admitted = self._counters.admitted + 1
        self._records.append(record)

    def _is_full(self, record: Record) -> bool:
        share = 1 + self._limits.spare if record.kind == "start" else 1
        count = self._count_in - self._count_out
        size = self._bytes_in - self._bytes_out + record.size
        return count >= int(self._limits.records * share) or size > self._limits.bytes * share
