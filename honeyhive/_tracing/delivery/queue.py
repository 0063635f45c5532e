"""Memory store: a queue bounded in bytes and count, safe against interruption by its own thread."""

import threading
from collections import deque
from typing import Final

from ..interrupts import is_interrupt
from ..limits import QueueLimits
from .counters import Counters, Reason
from .records import Kind, Record

# Attempts to admit the records of one call while signal handlers raise; the next call admits the remaining ones.
_MOST_INTERRUPTS: Final = 10


class ReentrantQueue:
    """Base class of the stores: admits one record at a time.

    A signal handler or a ``__del__`` may put a record while the same thread is putting another one. The outer call
    then admits both, so that ``_admit_one`` never runs inside itself. If a handler raises, the records are still
    admitted before its exception propagates.
    """

    def __init__(self, counters: Counters) -> None:
        self._counters = counters
        self._lock = threading.RLock()
        self._is_admitting = False
        self._arriving: deque[Record] = deque()
        self.is_closed = False

    def is_reachable(self, seconds: float) -> bool:
        """Return False if another thread holds the lock for this long: a daemon thread that is frozen at exit."""
        if not self._lock.acquire(timeout=seconds):
            return False
        self._lock.release()
        return True

    def put(self, record: Record) -> None:
        """Accept the record, or count it as dropped."""
        with self._lock:
            self._arriving.append(record)
            if not self._is_admitting:
                try:  # noqa: SIM105 - suppress() would take a call
                    self._admit_all()
                except RecursionError:  # the next call, or flush(), admits it
                    pass

    def admit_interrupted(self) -> None:
        """Admit the records of calls that signal handlers interrupted too often."""
        if self._arriving:
            with self._lock:
                if not self._is_admitting:
                    self._admit_all()

    def drop(self, reason: Reason) -> None:
        """Count a record that is dropped before it is put, such as an event of an unsampled session."""
        with self._lock:
            self._counters.drop(reason)

    def _admit_all(self) -> None:
        interrupt: BaseException | None = None
        interrupts = 0
        while self._arriving and interrupts < _MOST_INTERRUPTS:
            try:
                record = self._arriving[0]
            except IndexError:  # a signal handler ran after the condition, and has admitted it
                break
            self._is_admitting = True
            try:
                if not record.number:
                    self._admit_one(record)
            except BaseException as error:
                interrupt = error
                interrupts += 1
                is_passing = not isinstance(error, Exception) or isinstance(error, RecursionError)
                if not is_passing and not is_interrupt(error) and not record.number:
                    del self._arriving[0]
            finally:
                self._is_admitting = False
            if record.number and self._arriving and self._arriving[0] is record:
                del self._arriving[0]
        if interrupt is not None:
            raise interrupt

    def _admit_one(self, record: Record) -> None:
        """Accept or refuse the record, and set its number without a call in between."""
        raise NotImplementedError

    def _refuse(self, record: Record, reason: Reason) -> None:
        self._counters.drop(reason, record)


class MemoryStore(ReentrantQueue):
    """Holds the records of this process. When full, it drops the newest record, and session starts last.

    The worker takes no lock.
    """

    def __init__(self, counters: Counters, limits: QueueLimits | None = None) -> None:
        super().__init__(counters)
        limits = limits or QueueLimits()
        self._most = limits.records, limits.bytes
        self._most_with_starts = int(limits.records * (1 + limits.spare)), limits.bytes * (1 + limits.spare)
        self.waiting: deque[Record] = deque()
        """Records not taken yet, the oldest first."""
        # Log calls write one counter, the worker the other; the difference is the number of waiting records.
        self._bytes_in = self._count_in = 0
        self._bytes_out = self._count_out = 0
        self.last_taken: int = 0
        self.left_behind: int = 0
        # No further limit: all records are in memory anyway.
        self.window_bytes = 1 << 62
        self.has_looked = True
        self.keeps_steps: bool = False
        self.look_interval: float | None = None

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        """Do nothing: memory does not outlive the process."""

    def take(self, count: int) -> list[Record]:
        """Return at most ``count`` of the oldest records not taken yet."""
        # Only the worker removes records, so there are at least this many.
        take = self.waiting.popleft
        taken = [take() for _ in range(min(count, len(self.waiting)))]
        if taken:
            self.last_taken = taken[-1].number
        return taken

    def give_back(self, records: list[Record]) -> None:
        """Put taken records back in front of all others."""
        self.waiting.extendleft(reversed(records))

    def undecided_file(self) -> None:
        """Return None: memory does not outlive the process."""

    def recover(self, now: float) -> bool:  # noqa: ARG002 - only a store on disk has something to search
        """Return True: memory has no records of dead processes."""
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
        return len(self.waiting)

    @property
    def pending_bytes(self) -> int:
        """Bytes of all unsettled records."""
        return self._bytes_in - self._bytes_out

    def put(self, record: Record) -> None:
        """Accept the record, or count it as dropped."""
        records, size = self._most_with_starts if record.kind == "start" else self._most
        with self._lock:
            # The usual case without a call in between, so that no signal handler interrupts it.
            if not (
                self._is_admitting
                or self._arriving
                or self.is_closed
                or self._count_in - self._count_out >= records
                or self._bytes_in - self._bytes_out + record.size > size
            ):
                self._bytes_in += record.size
                self._count_in += 1
                record.number = self._counters.admitted = self._counters.admitted + 1
                self.waiting.append(record)
                return
        super().put(record)

    def _admit_one(self, record: Record) -> None:
        records, size = self._most_with_starts if record.kind == "start" else self._most
        is_full = self._count_in - self._count_out >= records or self._bytes_in - self._bytes_out + record.size > size
        if self.is_closed or is_full:
            self._refuse(record, "closed" if self.is_closed else "queue_full")
            return
        # No call between these lines, so that no signal handler raises between them.
        self._bytes_in += record.size
        self._count_in += 1
        record.number = self._counters.admitted = self._counters.admitted + 1
        self.waiting.append(record)
