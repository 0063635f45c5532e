"""The files that one client of one process writes, locked as long as it lives."""

import os
import re
import time
from contextlib import suppress
from errno import ENOSPC
from typing import Final

from .._tracing.limits import DiskLimits
from .folder import LOCK, LOG, Folder
from .segment import Segment

_NAME: Final = re.compile(r"(\d{16}-[0-9a-f]{8})(?:\.(\d{6}))?\.(?:lock|log|done|damaged)")
_MOST_TRIES: Final = 10


def journal_of(name: str) -> str | None:
    """The journal that a file belongs to; None for a file that is none of a spool's."""
    match = _NAME.fullmatch(name)
    return match[1] if match else None


def segments_of(journal: str, names: list[str]) -> list[str]:
    """The files of records of a journal, the oldest first, without their ending."""
    return [name.removesuffix(LOG) for name in names if name.endswith(LOG) and journal_of(name) == journal]


class Journal:
    """Appends frames, each with one write; begins a new file where the last is large, or done with."""

    def __init__(self, folder: Folder, limits: DiskLimits) -> None:
        self._folder = folder
        self._limits = limits
        self.name: str
        self.name, self._lock = _claimed(folder)
        self.segments: tuple[Segment, ...] = ()
        """Its files that are not done with, the oldest first."""
        self.size: int = 0
        """Bytes of these files."""
        self._writing = -1
        self._count = 0

    def append(self, frame: bytes) -> bool:
        """Write the frame to disk, all of it or nothing; an OSError if there is no room. Whether it began a file."""
        begins = self._writing < 0 or self._is_large(self.segments[-1], len(frame))
        if begins:
            self._begin_segment()
        segment = self.segments[-1]
        written = os.write(self._writing, frame)
        if written < len(frame):
            self._cut(segment)
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        segment.append(written)
        self.size += written
        return begins

    def _cut(self, segment: Segment) -> None:
        """Take back half a frame; where even that fails, the next one goes into another file."""
        try:
            os.ftruncate(self._writing, segment.size)
        except OSError:
            os.close(self._writing)
            self._writing = -1
            segment.is_complete = True

    def _is_large(self, segment: Segment, more: int) -> bool:
        """Whether the next frame goes into another file; what is delivered does not lie around for long, either."""
        if segment.size + more > self._limits.segment_bytes:
            return segment.size > 0
        return segment.size >= self._limits.tidy_bytes and not segment.unsettled

    def _begin_segment(self) -> None:
        name = f"{self.name}.{self._count + 1:06}"
        fd = self._folder.open(name + LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL)
        self._count += 1
        old, self._writing = self._writing, fd
        if old >= 0:
            os.close(old)
            self.segments[-1].is_complete = True
        self.segments = (*self.segments, Segment(self._folder, name))

    def sweep(self) -> None:
        """Delete the files that are done with."""
        for segment in self.segments:
            if segment.is_over:
                segment.remove()
                self.size -= segment.size
        self.segments = tuple([segment for segment in self.segments if not segment.is_over])

    @property
    def unsettled(self) -> int:
        """Records that are neither delivered nor given up."""
        return sum([segment.unsettled for segment in self.segments])

    def leave(self) -> None:
        """Delete what is done with, and leave the rest to the next process."""
        for segment in self.segments:
            segment.is_complete = True
        with suppress(OSError):
            self.sweep()
            if not self.segments:
                self._folder.remove(self.name + LOCK)
        self.close()

    def close(self) -> None:
        """Let go of all files. In a forked child the parent still has them, and the lock."""
        for segment in self.segments:
            segment.close()
        for fd in (self._writing, self._lock):
            if fd >= 0:
                os.close(fd)
        self._writing = self._lock = -1


def _claimed(folder: Folder) -> tuple[str, int]:
    """A new name with its lock."""
    for _ in range(_MOST_TRIES):
        name = f"{time.time_ns() // 1_000:016}-{os.urandom(4).hex()}"
        lock = folder.claim(name)
        if lock is not None:  # else another process took it for that of a dead one and is about to delete it
            return name, lock
    raise OSError("no file of the spool can be locked")
