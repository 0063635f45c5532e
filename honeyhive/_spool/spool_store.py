"""Store on disk: a record is in a file before the log call returns, and is read back when it is sent."""

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final
from weakref import ref

from .._core.errors import ConfigurationError
from .._core.exchange import Clocks
from .._tracing.delivery.counters import Counters, Reason
from .._tracing.delivery.queue import MemoryStore, ReentrantQueue
from .._tracing.delivery.records import Kind, Record
from .._tracing.interrupts import is_interrupt, suppressed
from .._tracing.limits import DiskLimits, QueueLimits
from .._tracing.rate_limited_log import RateLimitedLog
from .disk_sync import DiskSync
from .folder import Folder
from .folder_check import FolderCheck
from .frames import encoded, encoded_parts
from .journal import Journal, journal_of
from .recovery import Recovery
from .segment import Segment, SpooledRecord
from .undecided_journal import UndecidedJournal

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._tracing.delivery.worker import MakeStore
    from .._tracing.options import Options

_FAILED: Final = "disk"
# A clock that shows an earlier date, or that makes a record older than this, is taken for wrong.
_FIRST_RELEASE_MS: Final = 1_735_689_600_000
_LONGEST_AGE: Final = 366 * 24 * 3600.0
# Records that a log call moves from memory to a disk that can be written again: few, since the caller waits for them.
_MOVED: Final = 32
_REASONS: Final = {"damaged": "it could not be read", "expired": "it had waited for too long"}


def store_maker(path: str, options: "Options") -> "Callable[[RateLimitedLog, Clocks], MakeStore]":
    """Return the function with which a tracer makes its store in the folder."""
    return lambda log, clocks: partial(
        SpoolStore,
        path=path,
        memory=options.queue,
        limits=options.disk,
        log=log,
        clocks=clocks,
        sync_seconds=options.spool_sync,
    )


class SpoolStore(ReentrantQueue):
    """Holds the records of this process, and of dead ones, in the files of a folder.

    If the disk fails, records wait in memory, and go to disk once it works again; those in memory are always the
    newest. The user's threads write, under the lock of the queue; the worker reads and marks.
    """

    def __init__(
        self,
        counters: Counters,
        path: str,
        memory: QueueLimits,
        limits: DiskLimits,
        log: RateLimitedLog,
        clocks: Clocks,
        *,
        sync_seconds: float | None = None,
    ) -> None:
        super().__init__(counters)
        self._path = path
        self._limits = limits
        self._most_bytes = limits.bytes
        self._log = log
        self._clocks = clocks
        self._memory = MemoryStore(counters, memory)
        self._sync = None if sync_seconds is None else DiskSync(sync_seconds, self.sync_files)
        self._folder: Folder | None = None
        self._journal: Journal | None = None
        self._undecided: ref[UndecidedJournal] | None = None
        # The journal that was left with open steps, which may yet end.
        self._earlier: Journal | None = None
        self._recovery: Recovery | None = None
        # Each counter is written by one side only; the difference is what waits.
        self._bytes_in = self._bytes_out = 0
        # Bytes of the other processes' files, alive or dead.
        self._others = 0
        self._not_before: float | None = None
        self._steps_not_before = 0.0
        self._check = FolderCheck(log, clocks.monotonic)
        self._next_look = 0.0
        # Unsettled records on disk once everything was left to the next process; None before that.
        self._left: int | None = None
        self.look_interval: float | None = limits.look_interval
        self.window_bytes: int = limits.window_bytes
        self.last_taken: int = 0
        self.left_behind: int = 0
        self.has_looked: bool = False
        self.keeps_steps: bool = True

    def __del__(self) -> None:
        self.forget()

    # The callers' side.

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        """Keep a step that begins ("event"), or a value that is set on one ("change"), until the step ends."""
        with self._lock:
            if self._left is not None or self._not_before is not None or self.is_closed:
                return
            if self._steps_not_before and self._steps_not_before > self._clocks.monotonic():
                return
            frame = encoded_parts(kind, event_id, session_id, body, int(self._clocks.unix() * 1000))
            try:
                journal = self._journal
                if journal is None:
                    self._journal = journal = Journal(self._opened(), self._limits, self._clocks.monotonic)
                steps = journal.steps
                has_room = journal.size + steps.size + self._others + len(frame) <= self._most_bytes
                if has_room and (kind == "event" or event_id in steps.open):
                    steps.write(event_id, frame)
                    if self._sync is not None:
                        self._sync.wrote()
            except (OSError, ConfigurationError) as error:
                if is_interrupt(error):
                    raise
                self._steps_not_before = self._clocks.monotonic() + self._limits.retry_interval
                self._log.warn("steps", f"the spool {self._path} cannot keep steps before they end ({error})")

    def undecided_file(self) -> UndecidedJournal:
        """Return a journal for the records of undecided sessions."""
        file = UndecidedJournal(
            self._counters, self._path, self._limits, self._clocks, self._log, self._wrote, lambda: self.is_closed
        )
        # Weak, since the file refers to this store, which closes its files once nothing refers to it.
        self._undecided = ref(file)
        return file

    def _wrote(self) -> None:
        if self._sync is not None:
            self._sync.wrote()

    def _end_step(self, event_id: str, *, is_on_disk: bool) -> None:
        for journal in (self._journal, self._earlier):
            if journal is not None and event_id in journal.steps.open:
                journal.steps.end(event_id, is_on_disk=is_on_disk and journal is self._journal)
                if journal.steps.is_stale:
                    with suppressed(OSError):  # at the worst, it is sent twice with the same id
                        journal.steps.tidy()

    def _admit_one(self, record: Record) -> None:
        is_on_disk = self._admit_somewhere(record)
        if record.kind == "event":
            self._end_step(record.event_id, is_on_disk=is_on_disk)

    def _admit_somewhere(self, record: Record) -> bool:
        """Accept the record or refuse it; return True if it is on disk."""
        if self.is_closed:
            self._refuse(record, "closed")
            return False
        if self._left is not None:
            self._reopen()
        if self._not_before is not None and not self._is_back():
            self._memory.put(record)
            return False
        frame = encoded(record, int(self._clocks.unix() * 1000))
        if self._is_full(record, len(frame)):
            self._refuse(record, "queue_full")
            return False
        if self._is_written(frame, record, self._arriving):
            return True
        self._memory.put(record)
        return False

    def _reopen(self) -> None:
        """Begin new files for what is logged after ``leave``: the old ones belong to the next process."""
        self._folder = self._journal = self._recovery = self._left = None
        self.last_taken, self.left_behind = self._counters.admitted, 0
        # The process is about to end: it has no time for the records of others.
        self._next_look = float("inf")

    def _is_full(self, record: Record, size: int) -> bool:
        share = 1 + self._limits.spare if record.kind == "start" else 1
        own = self._journal.size + self._journal.steps.size if self._journal else 0
        return own + self._others + size > self._limits.bytes * share

    def _is_written(self, frame: bytes, record: Record, source: deque[Record]) -> bool:
        """Write the first record of ``source``, and take it from there; return False if the disk fails."""
        try:
            if self._journal is None:
                self._journal = Journal(self._opened(), self._limits, self._clocks.monotonic)
            elif self._check.is_due() and self._check.is_deleted(self._opened()):
                self._begin_folder(self._journal)
            journal, size = self._journal, len(frame)
            begins = journal.write(frame)
        except (OSError, ConfigurationError) as error:
            if is_interrupt(error):
                raise
            self._has_failed(error)
            return False
        segment = journal.segments[-1]
        offset = segment.size
        # No call between these lines, so that no signal handler raises between them.
        if not record.number:
            record.number = self._counters.admitted = self._counters.admitted + 1
        self._bytes_in += size
        journal.size += size
        segment.size = offset + size
        journal.is_in_doubt = False
        del source[0]
        segment.places.append(offset << 32 | size)
        if self._sync is not None:
            self._sync.wrote()
        if begins:
            self._count_others()
        return True

    def sync_files(self) -> None:
        """Return once what this process has written is on the disk; log why if it cannot be."""
        folder, journal = self._folder, self._journal
        undecided = self._undecided() if self._undecided is not None else None
        try:
            if folder is not None and journal is not None:
                folder.sync_journal(journal.name)
            if undecided is not None:
                undecided.sync_files()
        except OSError as error:
            if is_interrupt(error):
                raise
            if self._left is None:
                self._log.warn("sync", f"the spool {self._path} cannot be synced ({error.strerror})")

    def _begin_folder(self, journal: Journal) -> None:
        """Begin a new folder, since somebody deleted this one."""
        self._folder = None
        if self._recovery is not None and not self._recovery.unsettled:
            self._recovery = None
        journal.move(self._opened())

    def _has_failed(self, error: OSError | ConfigurationError) -> None:
        reason = error.strerror if isinstance(error, OSError) else error
        self._not_before = self._clocks.monotonic() + self._limits.retry_interval
        self._log.warn(_FAILED, f"the spool {self._path} cannot be written ({reason}): events wait in memory")

    def _is_back(self) -> bool:
        """Return True if the disk can be written again and nothing is left in memory, some of which moves each time."""
        if self._not_before is None or self._clocks.monotonic() < self._not_before:
            return False
        self._move(_MOVED)
        if len(self._memory) or self._clocks.monotonic() < self._not_before:
            return False
        self._not_before = None
        self._log.recovered("the spool can be written again", _FAILED)
        return True

    def _move(self, most: int) -> None:
        """Write at most this many records from memory to disk."""
        logged = int(self._clocks.unix() * 1000)
        waiting = self._memory.waiting
        while waiting and most > 0:
            record = waiting[0]
            if not self._is_written(encoded(record, logged), record, waiting):
                return
            self._memory.settle([record])
            most -= 1

    def _count_others(self) -> None:
        """Add up the bytes that other processes, dead or alive, have in the spool."""
        own = self._journal.name if self._journal else None
        with suppressed(OSError):
            sizes = self._opened().sizes().items()
            self._others = sum(size for name, size in sizes if journal_of(name) not in (None, own))

    def _opened(self) -> Folder:
        with self._lock:
            if self._folder is None:
                self._folder = Folder(self._path)
            return self._folder

    # The worker's side.

    def recover(self, now: float) -> bool:
        """Search one step for records of dead processes; return True if the search is complete."""
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
        """Return at most ``count`` records not taken yet: those of dead processes, then on disk, then in memory."""
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
        with self._lock:  # so that none is on its way from memory to disk
            if not any(segment.waiting for segment in self._own_segments()):
                found = self._memory.take(count - len(taken))
                if found:
                    self.last_taken = found[-1].number
                taken += found
        return taken

    def _own_segments(self) -> tuple[Segment, ...]:
        return self._journal.segments if self._journal else ()

    def _usable(self, found: SpooledRecord | tuple[int, int], segment: Segment) -> SpooledRecord | None:
        """Return the record; None if it is damaged or expired, and then it is dropped."""
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
        """Return True if the record is too old, unless the system's clock must have been wrong."""
        limit = self._limits.seconds
        age = self._clocks.unix() - found.logged / 1000
        if age <= limit or found.logged < _FIRST_RELEASE_MS or age > max(_LONGEST_AGE, 2 * limit):
            return False
        return segment.began is None or self._clocks.monotonic() - segment.began > limit

    def settle(self, records: list[Record]) -> None:
        """Mark the records as settled, and delete the files of which all records are."""
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
        with suppressed(OSError):  # whoever looks next deletes them
            if self._journal and any(segment.is_over for segment in self._journal.segments):
                with self._lock:
                    self._journal.sweep()
            if self._recovery and self._recovery.sweep():
                self._count_others()
                if self._recovery.is_partial and not self._recovery.segments:
                    self._steps_not_before = 0.0
        self._next_look = 0.0

    def leave(self, taken: list[Record]) -> int:
        """Leave everything on disk to the next process; return how many records are in memory only and are lost."""
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
        # A record may be taken a moment before it is counted.
        return max(self._counters.admitted - self.last_taken, 0) + self.left_behind
