"""Writing side of the store on disk: a record is in a file before the log call returns."""

from collections import deque
from typing import Final
from weakref import ref

from .._core.errors import ConfigurationError
from .._core.exchange import Clocks
from .._tracing.delivery.counters import Counters
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
from .undecided_journal import UndecidedJournal

_FAILED: Final = "disk"
# Records that a log call moves from memory to disk once the disk works again: few, because the caller waits.
_MOVED: Final = 32


class SpoolWriter(ReentrantQueue):
    """Writes the records of this process, and its open steps, into the files of a folder.

    If the disk fails, records wait in memory until it works again; records in memory are always newer than those on
    disk. The user's threads write, under the lock of the queue.
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
        self._log = log
        self._clocks = clocks
        self._memory = MemoryStore(counters, memory)
        self._sync = None if sync_seconds is None else DiskSync(sync_seconds, self.sync_files)
        self._folder: Folder | None = None
        self._journal: Journal | None = None
        self._undecided: ref[UndecidedJournal] | None = None
        # The previous journal, kept because its open steps may still end; None without such steps.
        self._earlier: Journal | None = None
        # The id of each step whose event is accepted, and True if the event is on disk.
        self._ended_steps: list[tuple[str, bool]] = []
        # Bytes of all written records. ``SpoolStore`` counts the bytes of settled records separately.
        self._bytes_in = 0
        # Bytes of the files of other processes, alive or dead.
        self._others = 0
        self._not_before: float | None = None
        self._steps_not_before = 0.0
        self._check = FolderCheck(log, clocks.monotonic)
        # Number of unsettled records that ``leave`` left on disk; None before that call.
        self._left: int | None = None
        self.look_interval: float | None = limits.look_interval
        self.window_bytes: int = limits.window_bytes

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        """Keep a new step ("event"), or a new value of one of its fields ("change"), until the step ends."""
        with self._lock:
            if self._left is not None or self._not_before is not None or self.is_closed:
                return
            if self._steps_not_before and self._steps_not_before > self._clocks.monotonic():
                return
            frame = encoded_parts(kind, event_id, session_id, body, int(self._clocks.unix() * 1000))
            try:
                journal = self._journal
                if journal is None:
                    self._journal = journal = self._new_journal()
                steps = journal.steps
                has_room = journal.size + steps.size + self._others + len(frame) <= self._limits.bytes
                if has_room and (kind == "event" or event_id in steps.open):
                    steps.write(event_id, frame)
                    if self._sync is not None:
                        self._sync.wrote()
            except (OSError, ConfigurationError) as error:
                if is_interrupt(error):
                    raise
                self._steps_not_before = self._clocks.monotonic() + self._limits.retry_interval
                self._log.warn("steps", f"the spool {self._path} cannot store steps that are still running ({error})")

    def undecided_file(self) -> UndecidedJournal:
        """Return a journal for the records of undecided sessions."""
        file = UndecidedJournal(
            self._counters,
            self._path,
            self._limits,
            self._clocks,
            self._log,
            self._wrote,
            lambda: self.is_closed,
        )
        # A weak reference prevents a cycle: the file refers to this store, which closes its files when it is collected.
        self._undecided = ref(file)
        return file

    def _wrote(self) -> None:
        if self._sync is not None:
            self._sync.wrote()

    def _end_steps(self) -> None:
        """Forget the steps that have ended. If a signal handler raises, the next call forgets the rest."""
        while self._ended_steps:
            event_id, is_on_disk = self._ended_steps[0]
            for journal in (self._journal, self._earlier):
                if journal is not None:
                    journal.steps.end(event_id, is_on_disk=is_on_disk and journal is self._journal)
            del self._ended_steps[0]

    def _admit_one(self, record: Record) -> None:
        is_on_disk = False
        try:
            is_on_disk = self._admit_somewhere(record)
        finally:  # even if a signal handler raised after the record was written
            journal = self._journal
            if (journal is not None and journal.steps.open) or self._earlier is not None:
                if record.number and record.kind == "event":
                    self._ended_steps.append((record.event_id, is_on_disk))
                self._end_steps()

    def _admit_somewhere(self, record: Record) -> bool:
        """Accept or refuse the record; return True if it is on disk."""
        if self.is_closed:
            self._refuse(record, "closed")
            return False
        if self._left is not None:
            self._reopen()
        if self._not_before is not None and not self._is_back():
            self._memory.put(record)
            return False
        logged = int(self._clocks.unix() * 1000)
        frame = encoded_parts(record.kind, record.event_id, record.session_id, record.body, logged)
        if self._is_full(record, len(frame)):
            self._refuse(record, "queue_full")
            return False
        if self._is_written(frame, record, self._arriving):
            return True
        self._memory.put(record)
        return False

    def _reopen(self) -> None:
        """Begin new files for records logged after ``leave``: the old files belong to the next process."""
        self._folder = self._journal = self._left = None

    def _is_full(self, record: Record, size: int) -> bool:
        share = 1 + self._limits.spare if record.kind == "start" else 1
        own = self._journal.size + self._journal.steps.size if self._journal else 0
        return own + self._others + size > self._limits.bytes * share

    def _is_written(self, frame: bytes, record: Record, source: deque[Record]) -> bool:
        """Write the first record of ``source`` and remove it there; return False if the disk fails."""
        try:
            if self._journal is None:
                self._journal = self._new_journal()
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

    def _new_journal(self) -> Journal:
        return Journal(self._opened(), self._limits, self._clocks.monotonic)

    def sync_files(self) -> None:
        """Sync all files of this process to the disk; log the reason if that fails."""
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
        """Begin a new folder, because somebody deleted the current one."""
        self._folder = None
        journal.move(self._opened())

    def _has_failed(self, error: OSError | ConfigurationError) -> None:
        reason = error.strerror if isinstance(error, OSError) else error
        self._not_before = self._clocks.monotonic() + self._limits.retry_interval
        self._log.warn(_FAILED, f"the spool {self._path} cannot be written ({reason}): events wait in memory")

    def _is_back(self) -> bool:
        """Return True if the disk works again and no record is left in memory. Each call moves some records to disk."""
        if self._not_before is None or self._clocks.monotonic() < self._not_before:
            return False
        self._move(_MOVED)
        if len(self._memory) or self._clocks.monotonic() < self._not_before:
            return False
        self._not_before = None
        self._log.recovered("the spool can be written again", _FAILED)
        return True

    def _move(self, most: int) -> None:
        """Move at most this many records from memory to disk."""
        logged = int(self._clocks.unix() * 1000)
        waiting = self._memory.waiting
        while waiting and most > 0:
            record = waiting[0]
            if not self._is_written(encoded(record, logged), record, waiting):
                return
            self._memory.settle([record])
            most -= 1

    def _count_others(self) -> None:
        """Count the bytes of the files that other processes, dead or alive, have in the spool."""
        own = self._journal.name if self._journal else None
        with suppressed(OSError):
            sizes = self._opened().sizes().items()
            self._others = sum(size for name, size in sizes if journal_of(name) not in (None, own))

    def _opened(self) -> Folder:
        with self._lock:
            if self._folder is None:
                self._folder = Folder(self._path)
            return self._folder
