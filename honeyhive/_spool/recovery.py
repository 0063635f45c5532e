"""Recovery: a living process claims the files of dead processes and reads them, the oldest first."""

import os
from collections import deque
from contextlib import suppress
from typing import NamedTuple

from .._tracing.limits import DiskLimits
from .folder import DAMAGED, LOCK, MARKS, Folder
from .journal import journal_of, segments_of
from .open_steps import close_interrupted
from .segment import Index, Segment
from .system_start import read_start


class _Claimed(NamedTuple):
    """The journal of a dead process."""

    name: str
    lock: int
    segments: list[Segment]


class Recovery:
    """The journals of dead processes that this process has claimed and delivers."""

    def __init__(self, folder: Folder, limits: DiskLimits) -> None:
        self._folder = folder
        self._limits = limits
        self._claimed: list[_Claimed] = []
        self._unread: deque[tuple[Segment, bool]] = deque()
        self.segments: tuple[Segment, ...] = ()
        """Files that were read and have unsettled records, the oldest first."""
        self.is_partial: bool = False
        """True if the limit of claims was reached, so that there may be more journals."""

    def look(self, own: str | None) -> None:
        """Claim the journals without a living owner. ``own`` is the name of this client's journal, or None."""
        names = self._folder.names()
        mine = {own, *(claimed.name for claimed in self._claimed)}
        journals = {journal_of(name) for name in names if not name.endswith(DAMAGED)}
        free = sorted(name for name in journals - mine if name is not None)
        budget = self._limits.claims - len(self._claimed)
        self.is_partial = False
        for name in free:
            if not budget:
                self.is_partial = True
                break
            with suppress(OSError):  # one bad file, such as a link, must not keep others from being read
                budget -= self._claim(name)

    def _claim(self, name: str) -> bool:
        """Claim a journal; return True if it has files to read."""
        lock = self._folder.claim(name)
        if lock is None:
            return False
        try:
            # Listed again, because the dead process may have written until a moment ago.
            listed = self._folder.names()
            if close_interrupted(self._folder, name, listed):
                listed = self._folder.names()
            names = segments_of(name, listed)
        except OSError:
            os.close(lock)
            raise
        found = [Segment(self._folder, one, is_recovered=True) for one in names]
        began = read_start(lock)
        for segment in found:
            segment.began = began
        claimed = _Claimed(name, lock, found)
        self._claimed.append(claimed)
        self._unread.extend([(segment, segment is found[-1]) for segment in found])
        if not found:
            self._let_go(claimed)
        return bool(found)

    @property
    def is_reading(self) -> bool:
        """True if claimed files are not read yet."""
        return bool(self._unread)

    def read_next(self) -> tuple[Segment, Index]:
        """Read the next claimed file; return the file and the index of its records."""
        segment, is_last = self._unread.popleft()
        found = segment.index(is_last=is_last)
        segment.is_damaged = found.damaged > 0
        self.segments = (*self.segments, segment)
        return segment, found

    def sweep(self) -> bool:
        """Delete the files without unsettled records; return True if there were any."""
        done = [segment for segment in self.segments if segment.is_over]
        self.segments = tuple([segment for segment in self.segments if not segment.is_over])
        for segment in done:
            segment.remove()
        for claimed in list(self._claimed):
            if all(segment.is_over for segment in claimed.segments):
                self._let_go(claimed)
        return bool(done)

    def _let_go(self, claimed: _Claimed) -> None:
        """Delete the remaining files of a journal without records, the lock last."""
        for name in self._folder.names():
            if journal_of(name) == claimed.name and name.endswith(MARKS):
                self._folder.remove(name)
        self._folder.remove(claimed.name + LOCK)
        os.close(claimed.lock)
        self._claimed.remove(claimed)

    @property
    def unsettled(self) -> int:
        """Number of records that are neither delivered nor dropped."""
        return sum([segment.unsettled for segment in self.segments])

    def close(self) -> None:
        """Release the locks, so that the next process can claim undelivered records."""
        for segment in self.segments:
            segment.close()
        for claimed in self._claimed:
            os.close(claimed.lock)
        self._claimed.clear()
