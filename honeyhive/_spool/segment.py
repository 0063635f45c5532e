"""Segment: one file of records, and the file of marks beside it, which lists the settled records."""

import os
from array import array
from collections.abc import Iterator
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32

from .._tracing.delivery.records import Record
from .folder import DAMAGED, LOG, MARKS, Folder
from .frames import Frame, decoded, scan

# The offset of a record in its file, and the checksum of the offset, which shows whether the mark is complete.
_MARK: Final = Struct("<I4s")


class SpooledRecord(Record):
    """A record that was read from the disk, with its position in the file."""

    __slots__ = ("logged", "offset", "segment")

    def __init__(self, frame: Frame, segment: "Segment", offset: int, length: int) -> None:
        super().__init__(frame.kind, frame.event_id, frame.session_id, frame.body)
        self.size = length
        self.segment: Segment = segment
        self.offset: int = offset
        self.logged: int = frame.logged


class Index(NamedTuple):
    """Summary of a dead process's file of records."""

    waiting: int
    """Number of unsettled records."""
    size: int
    """Bytes of the unsettled records."""
    damaged: int
    """Number of places that could not be read."""


class Segment:
    """File of records. Log calls append to ``places``; the worker takes and settles the records.

    Every method runs under the worker's lock.
    """

    def __init__(self, folder: Folder, name: str, *, is_recovered: bool = False) -> None:
        self._folder = folder
        self.name = name
        self.is_recovered = is_recovered
        """True if a dead process wrote the file."""
        self.places: array[int] = array("Q")
        """``offset << 32 | length`` of each record, appended as the last step of a write: the worker counts these."""
        self._taken = self._settled = 0
        self.size: int = 0
        """Bytes of the file that were written or read so far."""
        self.began: float | None = None
        """Monotonic time before which no record of the file was logged; None if the system was restarted since."""
        self.is_complete: bool = False
        """True once no more records are appended to the file."""
        self.is_damaged = False
        """True if the file is renamed, instead of deleted, once all its records are settled."""
        self._reading = -1
        self._marks_end = 0
        self._unmarked = b""

    def index(self, *, is_last: bool) -> Index:
        """Read the positions of a dead process's records.

        With ``is_last``, an incomplete frame at the end is not damage: the process was killed while it wrote.
        """
        data = self._folder.read(self.name + LOG)
        marks = self._folder.read(self.name + MARKS)
        self._marks_end = len(marks) // _MARK.size * _MARK.size
        found = scan(data)
        settled = _marked(marks)
        for offset, length in found.places:
            if offset not in settled:
                self.places.append(offset << 32 | length)
        self.size = len(data)
        self.is_complete = True
        return Index(len(self.places), self._bytes(), found.damaged - (found.is_cut and is_last))

    def _bytes(self) -> int:
        return sum([place & 0xFFFFFFFF for place in self.places])

    @property
    def waiting(self) -> int:
        """Number of records not taken yet."""
        return len(self.places) - self._taken

    @property
    def unsettled(self) -> int:
        """Number of records that are neither delivered nor dropped."""
        return len(self.places) - self._settled

    def take(self) -> Iterator[SpooledRecord | tuple[int, int]]:
        """Yield the next records. For an unreadable record, yield its (offset, length)."""
        while self.waiting:
            offset, length = divmod(self.places[self._taken], 1 << 32)
            self._taken += 1
            frame = self._frame(offset, length)
            if self.is_complete and not self.waiting:
                self.close()
            yield (offset, length) if frame is None else SpooledRecord(frame, self, offset, length)

    def read_from(self, fd: int) -> None:
        """Read through a copy of this descriptor, so that a deleted file stays readable."""
        self._reading = os.dup(fd)

    def _frame(self, offset: int, length: int) -> Frame | None:
        try:
            if self._reading < 0:
                self._reading = self._folder.open(self.name + LOG, os.O_RDONLY)
            return decoded(os.pread(self._reading, length, offset))
        except OSError:
            return None

    def settle(self, offsets: list[int]) -> None:
        """Mark the records at these offsets, so that no later process sends them.

        Marks that cannot be written are written by a later call.
        """
        self._settled += len(offsets)
        self._unmarked += b"".join([_mark(offset) for offset in offsets])
        try:
            fd = self._folder.open(self.name + MARKS, os.O_WRONLY | os.O_CREAT)
        except OSError:
            return
        try:
            # Written after the last complete mark, over a mark that a killed process left incomplete.
            written = os.pwrite(fd, self._unmarked, self._marks_end) // _MARK.size * _MARK.size
            self._marks_end += written
            self._unmarked = self._unmarked[written:]
        except OSError:
            return
        finally:
            os.close(fd)

    @property
    def is_over(self) -> bool:
        """True if the segment is complete and all its records are settled."""
        return self.is_complete and not self.unsettled

    def remove(self) -> None:
        """Delete the files of the segment, the marks last: without the marks, all records would be sent again."""
        self.close()
        if self.is_damaged:
            self._folder.rename(self.name + LOG, self.name + DAMAGED)
        else:
            self._folder.remove(self.name + LOG)
        self._folder.remove(self.name + MARKS)

    def close(self) -> None:
        """Close the file of records."""
        fd, self._reading = self._reading, -1
        if fd >= 0:
            os.close(fd)


def _mark(offset: int) -> bytes:
    number = offset.to_bytes(4, "little")
    return number + crc32(number).to_bytes(4, "little")


def _marked(marks: bytes) -> set[int]:
    """Return the offsets in a file of marks. Damaged marks are ignored: better to send a record twice than never."""
    usable = len(marks) // _MARK.size * _MARK.size
    return {
        offset
        for offset, checksum in _MARK.iter_unpack(marks[:usable])
        if crc32(offset.to_bytes(4, "little")).to_bytes(4, "little") == checksum
    }
