"""The store on disk: a record is in a file before the log call returns, and is read back when its turn comes."""

from contextlib import suppress
from typing import Final

from .._core.errors import ConfigurationError
from .._core.exchange import Clocks
from .._tracing.delivery.counters import Books, Reason
from .._tracing.delivery.queue import Admission, MemoryStore
from .._tracing.delivery.records import Record
from .._tracing.limits import DiskLimits, QueueLimits
from .._tracing.rate_limited_log import Notices
from .folder import Folder
from .frames import encoded
from .journal import Journal, journal_of
from .recovery import Adoption
from .segment import Segment, SpooledRecord

_FAILED: Final = "disk"
# Records that a log call takes along from memory to a disk that can be written again.
_MOVED: Final = 32


class SpoolStore(Admission):
    """Holds the records of this process and of dead ones in the files of a folder.

    Where the disk fails, records wait in memory, and go to disk when it works again; those in memory are always the
    newest. The user's threads write, under the lock of the admission; the worker's thread reads and marks.
    """

    def __init__(
        self, books: Books, path: str, memory: QueueLimits, limits: DiskLimits, notices: Notices, clocks: Clocks
    ) -> None:
        super().__init__()
        self._books = books
        self._path = path
        self._limits = limits
        self._notices = notices
        self._clocks = clocks
        self._memory = MemoryStore(books, memory)
        self._folder: Folder | None = None
        self._journal: Journal | None = None
        self._adoption: Adoption | None = None
        # Each written by one side only: the difference is what waits.
        self._bytes_in = self._bytes_out = 0
        self._others = 0
        self._not_before: float | None = None
        self._next_look = 0.0
        self._left: int | None = None
        self.look_interval: float | None = limits.look_interval
        self.window_bytes: int = limits.window_bytes
        self.last_taken: int = 0
        self.left_behind: int = 0
        self.has_looked: bool = False

    def __del__(self) -> None:
        self.forget()

    # The side of the callers.

    def _admit_one(self, record: Record | None, reason: Reason | None) -> None:
        if record is None or self.is_closed:
            self._books.turn_away(reason or "closed")
        elif self._not_before is not None and not self._is_back():
            self._memory.put(record)
        else:
            frame = encoded(record, int(self._clocks.unix() * 1000))
            if self._is_full(record, len(frame)):
                self._books.turn_away("queue_full")
            elif self._is_written(frame):
                record.number = self._books.admitted = self._books.admitted + 1
            else:
                self._memory.put(record)

    def _is_full(self, record: Record, size: int) -> bool:
        share = 1 + self._limits.spare if record.kind == "start" else 1
        own = self._journal.size if self._journal else 0
        return own + self._others + size > self._limits.bytes * share

    def _is_written(self, frame: bytes) -> bool:
        try:
            if self._journal is None:
                self._journal = Journal(self._opened(), self._limits)
            if self._journal.append(frame):
                self._count_others()
        except (OSError, ConfigurationError) as error:
            said = error.strerror if isinstance(error, OSError) else error
            self._not_before = self._clocks.monotonic() + self._limits.retry_interval
            self._notices.warn(_FAILED, f"the spool {self._path} cannot be written ({said}): events wait in memory")
            return False
        self._bytes_in += len(frame)
        return True

    def _is_back(self) -> bool:
        """Whether the disk can be written again; what waits in memory goes first, some of it with each call."""
        if self._not_before is None or self._clocks.monotonic() < self._not_before:
            return False
        self._move(self._memory.take(_MOVED))
        if len(self._memory) or self._clocks.monotonic() < self._not_before:
            return False
        self._not_before = None
        self._notices.recovered(_FAILED, "the spool can be written again")
        return True

    def _move(self, records: list[Record]) -> int:
        """Write records that were in memory to disk; how many that went for."""
        logged = int(self._clocks.unix() * 1000)
        moved = 0
        while moved < len(records) and self._is_written(encoded(records[moved], logged)):
            moved += 1
        self._memory.settle(records[:moved])
        self._memory.give_back(records[moved:])
        return moved

    def _count_others(self) -> None:
        """Look how many bytes other processes, dead and alive, have in the spool."""
        own = self._journal.name if self._journal else None
        with suppress(OSError):
            sizes = self._opened().sizes().items()
            self._others = sum(size for name, size in sizes if journal_of(name) not in (None, own))

    def _opened(self) -> Folder:
        with self._lock:
            if self._folder is None:
                self._folder = Folder(self._path)
            return self._folder

    # The side of the worker.

    def recover(self, now: float) -> bool:
        """Do a step of looking for what dead processes left behind; whether that was all, at this monotonic time."""
        if self._left is not None:
            return True
        try:
            self._look(now)
        except (OSError, ConfigurationError) as error:
            said = error.strerror if isinstance(error, OSError) else error
            self._notices.warn("look", f"the spool {self._path} cannot be read ({said})")
        self.has_looked = self._adoption is None or not (self._adoption.is_reading or self._adoption.is_partial)
        return self._adoption is None or not self._adoption.is_reading

    def _look(self, now: float) -> None:
        if self._adoption is None:
            self._adoption = Adoption(self._opened(), self._limits)
        if self._adoption.is_reading:
            self._read_next(self._adoption)
        elif now >= self._next_look:
            self._next_look = now + self._limits.look_interval
            self._adoption.look(self._journal.name if self._journal else None)
            self._count_others()

    def _read_next(self, adoption: Adoption) -> None:
        segment, found = adoption.read_next()
        self._bytes_out -= found.size
        self.left_behind += found.waiting
        self._books.recovered += found.waiting + found.damaged
        if found.damaged:
            self._books.give_up("damaged", found.damaged)
            where = f"{self._path}/{segment.name}.damaged"
            self._notices.warn(
                "damaged", f"the spool is damaged in {found.damaged} places of a file, kept aside as {where}"
            )
        if segment.is_over:
            self._sweep()

    def take(self, count: int) -> list[Record]:
        """The oldest records not taken yet: first those of dead processes, then those on disk, then those in memory."""
        taken: list[Record] = []
        room = self._limits.window_bytes
        for segment in (*(self._adoption.segments if self._adoption else ()), *self._own_segments()):
            for one in segment.take():
                record = self._usable(one, segment)
                if record is not None:
                    taken.append(record)
                    room -= record.size
                if len(taken) >= count or room <= 0:
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
        if segment.is_adopted:
            self.left_behind -= 1
        else:
            self.last_taken += 1
        reason: Reason
        if not isinstance(found, SpooledRecord):
            reason, (offset, size) = "damaged", found
        elif self._clocks.unix() * 1000 - found.logged > self._limits.seconds * 1000:
            reason, offset, size = "expired", found.offset, found.size
        else:
            found.number = 0 if segment.is_adopted else self.last_taken
            return found
        self._books.give_up(reason)
        self._notices.warn(reason, f"an event in the spool {self._path} was dropped: {_WORDS[reason]}")
        self._bytes_out += size
        segment.settle([offset])
        self._sweep()
        return None

    def settle(self, records: list[Record]) -> None:
        """Mark the records as done with, and delete the files that are."""
        places: dict[Segment, list[int]] = {}
        for record in records:
            if isinstance(record, SpooledRecord):
                self._bytes_out += record.size
                places.setdefault(record.segment, []).append(record.offset)
        self._memory.settle([record for record in records if not isinstance(record, SpooledRecord)])
        for segment, offsets in places.items():
            segment.settle(offsets)
        if places:
            self._sweep()

    def _sweep(self) -> None:
        with suppress(OSError):  # whoever looks next deletes them
            if self._journal and any(segment.is_over for segment in self._journal.segments):
                with self._lock:
                    self._journal.sweep()
            if self._adoption and self._adoption.sweep():
                self._count_others()
                if self._adoption.is_partial and not self._adoption.segments:
                    self._next_look = 0.0

    def leave(self, taken: list[Record]) -> int:
        """Leave all that is on disk to the next process; how many are in memory only and cannot be written."""
        with self._lock:
            if self._left is not None:
                return 0
            stranded = [record for record in taken if not isinstance(record, SpooledRecord)]
            self._memory.give_back(stranded)
            stranded = self._memory.take(1 << 62)
            lost = len(stranded) - self._move(stranded)
            self._left = self.kept
            self._memory.settle(self._memory.take(1 << 62))
            if self._journal:
                self._journal.leave()
            self.forget()
            return lost

    def reopen(self) -> None:
        """Accept records again, in new files; what was left is the next process's."""
        with self._lock:
            if self._left is not None:
                self._folder = self._journal = self._adoption = self._left = None
                self.last_taken, self.left_behind = self._books.admitted, 0
                self._next_look = float("inf")
            self.is_closed = False

    def forget(self) -> None:
        """Let go of all files; in a forked child the parent still has them, and their locks."""
        for held in (self._journal, self._adoption, self._folder):
            if held is not None:
                held.close()

    @property
    def kept(self) -> int:
        """Records on disk that are not settled."""
        if self._left is not None:
            return self._left
        own = self._journal.unsettled if self._journal else 0
        return own + (self._adoption.unsettled if self._adoption else 0)

    @property
    def pending_bytes(self) -> int:
        """Bytes of all that is not settled."""
        return self._bytes_in - self._bytes_out + self._memory.pending_bytes

    def __len__(self) -> int:
        if self._left is not None:
            return 0
        # A record may be taken a moment before it is counted.
        return max(self._books.admitted - self.last_taken, 0) + self.left_behind


_WORDS: Final = {"damaged": "it could not be read", "expired": "it had waited for too long"}
