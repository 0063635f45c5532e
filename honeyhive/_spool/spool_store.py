"""Store on disk. Records that ``SpoolWriter`` or a dead process wrote are read back only when they are sent."""

from functools import partial
from typing import TYPE_CHECKING, Final

from .._core.errors import ConfigurationError
from .._tracing.delivery.records import Record
from .._tracing.interrupts import suppressed
from .folder import Folder
from .journal import Journal
from .recovery import Recovery
from .segment import Segment, SpooledRecord
from .spool_writer import SpoolWriter

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.exchange import Clocks
    from .._tracing.delivery.counters import Reason
    from .._tracing.delivery.worker import MakeStore
    from .._tracing.options import Options
    from .._tracing.rate_limited_log import RateLimitedLog

# The system clock is wrong if it shows a date before the first release, or makes a record older than ``_LONGEST_AGE``.
_FIRST_RELEASE_MS: Final = 1_735_689_600_000
_LONGEST_AGE: Final = 366 * 24 * 3600.0
_REASONS: Final = {"damaged": "it could not be read", "expired": "it had waited for too long"}


def store_maker(path: str, options: "Options") -> "Callable[[RateLimitedLog, Clocks], MakeStore]":
    """Return the function that makes a tracer's store in this folder."""
    return lambda log, clocks: partial(
        SpoolStore,
        path=path,
        memory=options.queue,
        limits=options.disk,
        log=log,
        clocks=clocks,
        sync_seconds=options.spool_sync,
    )


class SpoolStore(SpoolWriter):
    """Holds the records of this process and of dead processes in a folder. The worker reads and marks the records."""

    left_behind: int = 0
    last_taken: int = 0
    has_looked: bool = False
    keeps_steps: bool = True
    _recovery: Recovery | None = None
    # Bytes of settled records, counted by the worker. Log calls count ``_bytes_in``; the difference is pending.
    _bytes_out: int = 0
    _next_look: float = 0.0

    def __del__(self) -> None:
        self.forget()

    def _reopen(self) -> None:
        self._recovery = None
        self.last_taken, self.left_behind = self._counters.admitted, 0
        # After ``leave`` the process is about to end, and has no time for the records of other processes.
        self._next_look = float("inf")
        super()._reopen()

    def _begin_folder(self, journal: Journal) -> None:
        if self._recovery is not None and not self._recovery.unsettled:
            self._recovery = None
        super()._begin_folder(journal)

    def recover(self, now: float) -> bool:
        """Take one step of the search for records of dead processes; return True if the search is complete."""
        if self._left is not None:
            return True
        try:
            self._look(now)
        except (OSError, ConfigurationError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            self._log.warn("look", f"the spool {self._path} cannot be read ({reason})")
        recovery = self._recovery
        self.has_looked = recovery is None or not (recovery.is_reading or recovery.is_partial)
        return recovery is None or not recovery.is_reading

    def _look(self, now: float) -> None:
        if self._recovery is None:
            self._recovery = Recovery(self._opened(), self._limits)
        if self._recovery.is_reading:
            self._read_next(self._recovery)
        elif now >= self._next_look:
            self._next_look = now + self._limits.look_interval
            self._recovery.look(self._journal.name if self._journal else None)
            self._count_others()

    def _read_next(self, recovery: Recovery) -> None:
        segment, found = recovery.read_next()
        self._bytes_out -= found.size
        self.left_behind += found.waiting
        self._counters.recovered += found.waiting + found.damaged
        if found.damaged:
            self._counters.fail("damaged", found.damaged)
            where = f"{self._path}/{segment.name}.damaged"
            self._log.warn("damaged", f"the spool is damaged in {found.damaged} places of a file, kept as {where}")
        if segment.is_over:
            self._sweep()

    def take(self, count: int) -> list[Record]:
        """Return at most ``count`` records not taken yet: of dead processes first, then on disk, then in memory."""
        taken: list[Record] = []
        budget = self._limits.window_bytes
        for segment in (*(self._recovery.segments if self._recovery else ()), *self._own_segments()):
            for one in segment.take():
                record = self._usable(one, segment)
                if record is not None:
                    taken.append(record)
                    budget -= record.size
                if len(taken) >= count or budget <= 0:
                    return taken
        with self._lock:  # so that no log call moves a record from memory to disk meanwhile
            if not any(segment.waiting for segment in self._own_segments()):
                found = self._memory.take(count - len(taken))
                if found:
                    self.last_taken = found[-1].number
                taken += found
        return taken

    def _own_segments(self) -> tuple[Segment, ...]:
        return self._journal.segments if self._journal else ()

    def _usable(self, found: SpooledRecord | tuple[int, int], segment: Segment) -> SpooledRecord | None:
        """Return a record that was taken from a file. If it is damaged or too old, drop it and return None."""
        if segment.is_recovered:
            self.left_behind -= 1
        else:
            self.last_taken += 1
        reason: Reason
        if not isinstance(found, SpooledRecord):
            reason, (offset, size) = "damaged", found
        elif self._is_expired(found, segment):
            reason, offset, size = "expired", found.offset, found.size
        else:
            found.number = 0 if segment.is_recovered else self.last_taken
            return found
        self._counters.fail(reason)
        self._log.warn(reason, f"an event in the spool {self._path} was dropped: {_REASONS[reason]}")
        self._bytes_out += size
        segment.settle([offset])
        self._sweep()
        return None

    def _is_expired(self, found: SpooledRecord, segment: Segment) -> bool:
        """Return True if the record is too old, unless its age must come from a wrong system clock."""
        limit = self._limits.seconds
        age = self._clocks.unix() - found.logged / 1000
        if age <= limit or found.logged < _FIRST_RELEASE_MS or age > max(_LONGEST_AGE, 2 * limit):
            return False
        return segment.began is None or self._clocks.monotonic() - segment.began > limit

    def settle(self, records: list[Record]) -> None:
        """Mark the records as settled, and delete the files without unsettled records."""
        offsets: dict[Segment, list[int]] = {}
        for record in records:
            if isinstance(record, SpooledRecord):
                self._bytes_out += record.size
                offsets.setdefault(record.segment, []).append(record.offset)
        self._memory.settle([record for record in records if not isinstance(record, SpooledRecord)])
        for segment, settled in offsets.items():
            segment.settle(settled)
        if offsets:
            self._sweep()

    def _sweep(self) -> None:
        with suppressed(OSError):  # the next search deletes files that remain
            if self._journal and any(segment.is_over for segment in self._journal.segments):
                with self._lock:
                    self._end_steps()
                    self._journal.sweep()
            if self._recovery and self._recovery.sweep():
                self._count_others()
                if self._recovery.is_partial and not self._recovery.segments:
                    self._steps_not_before = 0.0
        self._next_look = 0.0

    def leave(self, taken: list[Record]) -> int:
        """Leave all records on disk to the next process; return how many are lost, because they are only in memory."""
        with self._lock:
            if self._left is not None:
                return 0
            stranded = [record for record in taken if not isinstance(record, SpooledRecord)]
            self._memory.give_back(stranded)
            self._move(len(self._memory))
            lost = len(self._memory)
            if self._sync is not None:
                self.sync_files()
            self._left = self.kept
            self._memory.settle(self._memory.take(1 << 62))
            if self._journal:
                self._journal.leave(with_steps=self.is_closed)
                if self._journal.steps and not self.is_closed:
                    self._earlier, self._journal = self._journal, None
            self._close(self._recovery, *(() if self._earlier else (self._journal, self._folder)))
            return lost

    def forget(self) -> None:
        """Close all files. In a forked child the parent still has them open, and holds their locks."""
        self._close(self._journal, self._earlier, self._recovery, self._folder)

    def _close(self, *files: Journal | Recovery | Folder | None) -> None:
        for held in files:
            if held is not None:
                held.close()

    @property
    def kept(self) -> int:
        """Number of unsettled records on disk."""
        if self._left is not None:
            return self._left
        own = self._journal.unsettled if self._journal else 0
        return own + (self._recovery.unsettled if self._recovery else 0)

    @property
    def pending_bytes(self) -> int:
        """Bytes of all unsettled records."""
        return self._bytes_in - self._bytes_out + self._memory.pending_bytes

    def __len__(self) -> int:
        if self._left is not None:
            return 0
        # The difference may be negative, because a record may be taken a moment before it is counted.
        return max(self._counters.admitted - self.last_taken, 0) + self.left_behind
