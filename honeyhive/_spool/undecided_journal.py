"""Journal of the records of sessions that are not sampled in or out yet.

The journal is an ordinary one: if the process dies before the decision, the process that claims it sends the records.
"""

from collections.abc import Callable
from typing import TypeAlias

from .._core.errors import ConfigurationError
from .._core.exchange import Clocks
from .._tracing.delivery.counters import Counters
from .._tracing.delivery.queue import ReentrantQueue
from .._tracing.delivery.records import HELD, Kind, LazyRecord, Record
from .._tracing.interrupts import is_interrupt, suppressed
from .._tracing.limits import DiskLimits
from .._tracing.rate_limited_log import RateLimitedLog
from .folder import Folder
from .folder_check import FolderCheck
from .frames import encoded, encoded_parts
from .journal import Journal
from .segment import Segment

Place: TypeAlias = tuple[Segment, int]
"""The file of a record, and the record's offset in the file."""


class _Waiting(LazyRecord):
    """A record that is about to be written, and the list that gets its place on disk."""

    __slots__ = ("is_on_disk", "places")

    def __init__(self, record: Record, places: list[Place]) -> None:
        super().__init__(record.kind, record.event_id, record.session_id, 0, lambda: record.body)
        self.places: list[Place] = places
        self.is_on_disk: bool = False


class UndecidedJournal(ReentrantQueue):
    """Writes records of undecided sessions, and marks them once their session is decided. The caller holds a lock.

    Each record is written once, even if a signal handler logs or raises during the write.
    """

    def __init__(
        self,
        counters: Counters,
        path: str,
        limits: DiskLimits,
        clocks: Clocks,
        log: RateLimitedLog,
        wrote: Callable[[], None],
        is_store_closed: Callable[[], bool],
    ) -> None:
        super().__init__(counters)
        self._path, self._limits, self._clocks, self._log = path, limits, clocks, log
        self._wrote, self._is_store_closed = wrote, is_store_closed
        self._folder: Folder | None = None
        self._journal: Journal | None = None
        self._check = FolderCheck(log, clocks.monotonic)
        # Deleted folders, closed together with all other files.
        self._deleted: list[Folder] = []
        # The previous journal and its folder, kept because its open steps may still end; None without such steps.
        self._earlier: tuple[Journal, Folder] | None = None

    def __del__(self) -> None:
        self.forget()

    def write(self, record: Record, places: list[Place]) -> None:
        """Write the record and add its place to the list. If the disk fails, the record stays in memory only."""
        self.put(_Waiting(record, places))

    def _admit_one(self, record: Record) -> None:
        assert isinstance(record, _Waiting)
        if not record.is_on_disk:  # if it is, a signal handler raised after the write
            try:
                self._write(record)
            except (OSError, ConfigurationError) as error:
                self._warn(error)
        if record.kind == "event":
            self.end_step(record.event_id, is_on_disk=record.is_on_disk)
        record.number = HELD

    def _write(self, record: _Waiting) -> None:
        """Write the record if there is room for it."""
        frame = encoded(record, int(self._clocks.unix() * 1000))
        size = len(frame)
        journal = self._opened(size)
        if journal is None:
            return
        journal.write(frame)
        segment = journal.segments[-1]
        offset = segment.size
        # No call between these lines, so that no signal handler raises between them.
        journal.size += size
        segment.size = offset + size
        journal.is_in_doubt = False
        record.places += ((segment, offset),)
        record.is_on_disk = True
        segment.places.append(offset << 32 | size)
        self._wrote()

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        """Keep a new step, or a new value of one of its fields, until the step's record is written."""
        frame = encoded_parts(kind, event_id, session_id, body, int(self._clocks.unix() * 1000))
        try:
            journal = self._opened(len(frame))
            if journal is not None and (kind == "event" or event_id in journal.steps.open):
                journal.steps.write(event_id, frame)
                self._wrote()
        except (OSError, ConfigurationError) as error:
            self._warn(error)

    def end_step(self, event_id: str, *, is_on_disk: bool = False) -> None:
        """Forget a step. ``is_on_disk`` is true if the step's event is in this journal."""
        for journal in (self._journal, self._earlier[0] if self._earlier else None):
            if journal is not None:
                journal.steps.end(event_id, is_on_disk=is_on_disk and journal is self._journal)

    def _opened(self, size: int) -> Journal | None:
        """Return the journal; None if it has no room for this many bytes."""
        if self._folder is None:
            self._folder = Folder(self._path)
        if self._journal is None:
            self._journal = Journal(self._folder, self._limits, self._clocks.monotonic)
        elif self._check.is_due() and self._check.is_deleted(self._folder):
            self._move(self._folder, self._journal)
        is_full = self._journal.size + self._journal.steps.size + size > self._limits.bytes
        return None if is_full else self._journal

    def _move(self, old: Folder, journal: Journal) -> None:
        """Continue in a new folder. Undecided records stay in memory, and in the files of the old folder."""
        new = Folder(self._path)
        self._deleted.append(old)
        self._folder = new
        journal.move(new)

    def _warn(self, error: Exception) -> None:
        if is_interrupt(error):
            raise error
        self._log.warn("undecided", f"the spool {self._path} cannot keep undecided sessions ({error})")

    def settle(self, places: list[Place]) -> None:
        """Mark the records of a decided session, so that no later process sends them."""
        self.admit_interrupted()
        offsets: dict[Segment, list[int]] = {}
        for segment, offset in places:
            offsets.setdefault(segment, []).append(offset)
        for segment, settled in offsets.items():
            segment.settle(settled)
        if self._journal is not None:
            with suppressed(OSError):  # the next search deletes files that remain
                self._journal.sweep()

    def sync_files(self) -> None:
        """Sync all files to the disk. Raises OSError."""
        folder, journal = self._folder, self._journal
        if folder is not None and journal is not None:
            folder.sync_journal(journal.name)

    def leave(self) -> None:
        """Delete segments without unsettled records, and leave the others to the next process.

        Unless the client is closed, open steps keep the lock until the process is dead, because they may still end.
        """
        folder, journal = self._folder, self._journal
        if folder is None or journal is None:
            return
        with_steps = self._is_store_closed()
        journal.leave(with_steps=with_steps)
        self._folder = self._journal = None
        if journal.steps and not with_steps:
            self._earlier = journal, folder
        else:
            folder.close()
        self._close_deleted()

    def forget(self) -> None:
        """Close all files. In a forked child the parent still has them open, and holds the lock."""
        earlier, self._earlier = self._earlier, None
        for held in (self._journal, self._folder, *(earlier or ())):
            if held is not None:
                held.close()
        self._journal = self._folder = None
        self._close_deleted()

    def _close_deleted(self) -> None:
        while self._deleted:
            self._deleted.pop().close()
