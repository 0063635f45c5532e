"""Journal: the files that one client of one process writes. They are locked while the client lives."""

import os
from collections.abc import Callable
from contextlib import suppress
from errno import ENOSPC
from typing import Final

from .._core.real_time import real_clock
from .._tracing.interrupts import is_interrupt
from .._tracing.limits import DiskLimits
from .folder import LOCK, LOG, NAME, Folder
from .open_steps import OpenSteps
from .segment import Segment
from .system_start import write_start

# An attempt fails if a process that searches the folder locks the new file first. Ten failures in a row mean that locks
# do not work in this folder.
_MOST_TRIES: Final = 10


def journal_of(name: str) -> str | None:
    """Return the name of the journal that a file belongs to; None for a file that is not part of a spool."""
    match = NAME.fullmatch(name)
    return match[1] if match else None


def segments_of(journal: str, names: list[str]) -> list[str]:
    """Return the names of a journal's segments without their extension, the oldest first."""
    return [name.removesuffix(LOG) for name in names if name.endswith(LOG) and journal_of(name) == journal]


class Journal:
    """Appends frames, each with one write. Begins a new segment when the last one is large enough."""

    def __init__(self, folder: Folder, limits: DiskLimits, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._limits = limits
        self._clock = clock
        self.name: str
        self.name, self._lock = _claimed(folder)
        write_start(self._lock, clock())
        self.segments: tuple[Segment, ...] = ()
        """Segments with unsettled records, the oldest first. The last segment is being written."""
        self.size: int = 0
        """Total bytes of ``segments``."""
        self.steps: OpenSteps = OpenSteps(folder, self.name)
        """Steps that have begun and not ended."""
        self.is_in_doubt: bool = False
        """True if the last file may be longer than ``size`` of its segment, after an interrupted write."""
        self._writing = -1
        self._count = 0

    def write(self, frame: bytes) -> bool:
        """Write the whole frame or nothing; return True if it began a new segment. Raises OSError if the disk is full.

        The caller then adds the frame's place to the last segment, and sets ``is_in_doubt`` to False.
        """
        if self.is_in_doubt:
            self._cut(self.segments[-1])
        begins = self._writing < 0 or self._is_large(self.segments[-1], len(frame))
        if begins:
            self._begin_segment()
        self.is_in_doubt = True
        if os.write(self._writing, frame) < len(frame):
            self._cut(self.segments[-1])
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        return begins

    def _cut(self, segment: Segment) -> None:
        """Remove an incomplete frame, or a frame whose write a signal handler interrupted.

        If it cannot be removed, the next frame goes into another segment.
        """
        try:
            if self._writing >= 0:
                os.ftruncate(self._writing, segment.size)
        except OSError as error:
            if is_interrupt(error):
                raise
            segment.is_complete = True
            fd, self._writing = self._writing, -1
            os.close(fd)
        self.is_in_doubt = False

    def _is_large(self, segment: Segment, more: int) -> bool:
        """Return True if the next frame, of ``more`` bytes, goes into another segment.

        A segment whose records are all settled is replaced at a smaller size, so that delivered events do not stay on
        disk for long.
        """
        if segment.size + more > self._limits.segment_bytes:
            return segment.size > 0
        return segment.size >= self._limits.tidy_bytes and not segment.unsettled

    def _begin_segment(self) -> None:
        # The count is raised first, so that after an interrupt the next call makes another file.
        self._count += 1
        name = f"{self.name}.{self._count:06}"
        segment, last = Segment(self._folder, name), self.segments[-1] if self.segments else None
        segment.began = self._clock()
        fd = self._folder.open(name + LOG, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL)
        segment.read_from(fd)
        # No call between these lines, so that no signal handler raises between them.
        old, self._writing = self._writing, fd
        self.segments = (*self.segments, segment)
        if last is not None:
            last.is_complete = True
        if old >= 0:
            os.close(old)

    def move(self, folder: Folder) -> None:
        """Continue in another folder, because the old one was deleted. The deleted files stay open for reading."""
        for segment in self.segments:
            segment.is_complete = True
        self._folder = folder
        self._close_writing()
        lock = self._lock
        self.name, self._lock = _claimed(folder)
        os.close(lock)
        write_start(self._lock, self._clock())
        self.steps.move(folder, self.name)

    def sweep(self) -> None:
        """Delete the segments without unsettled records."""
        if any(segment.is_over for segment in self.segments):
            self.steps.tidy()
        for segment in self.segments:
            if segment.is_over:
                segment.remove()
                self.size -= segment.size
        self.segments = tuple([segment for segment in self.segments if not segment.is_over])

    @property
    def unsettled(self) -> int:
        """Number of records that are neither delivered nor dropped."""
        return sum([segment.unsettled for segment in self.segments])

    def leave(self, *, with_steps: bool) -> None:
        """Delete the segments without unsettled records, and leave the others to the next process.

        Without ``with_steps``, open steps keep the lock until the process is dead, because they may still end.
        """
        for segment in self.segments:
            segment.is_complete = True
        with suppress(OSError):
            self.steps.tidy()
            self.sweep()
            if not self.segments and not self.steps:
                self._folder.remove(self.name + LOCK)
        if self.steps and not with_steps:
            self._close_segments()
        else:
            self.close()

    def close(self) -> None:
        """Close all files. In a forked child the parent still has them open, and holds the lock."""
        self._close_segments()
        self.steps.close()
        fd, self._lock = self._lock, -1
        if fd >= 0:
            os.close(fd)

    def _close_segments(self) -> None:
        for segment in self.segments:
            segment.close()
        self._close_writing()

    def _close_writing(self) -> None:
        fd, self._writing = self._writing, -1
        if fd >= 0:
            os.close(fd)


def _claimed(folder: Folder) -> tuple[str, int]:
    """Return a new name and the file descriptor of its lock."""
    now = real_clock("time_ns")
    for _ in range(_MOST_TRIES):
        name = f"{now() // 1_000:016}-{os.urandom(4).hex()}"
        lock = folder.claim(name)
        if lock is not None:  # else another process locked the new file first, and is about to delete it
            return name, lock
    raise OSError("no file of the spool can be locked; is it on a network file system?")
