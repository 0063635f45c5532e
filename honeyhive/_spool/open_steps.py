"""File of the steps, such as ``with`` blocks, that have begun and not ended.

If the process dies, these steps are sent as interrupted. The file has frames like a segment: for each step an event
without its end, then a change for each field that the program set. To remove ended steps, the open ones are written
into a new file. The owner does so before it deletes a segment, because an event in a segment is the only proof that its
step has ended. Frames of ended steps at the end of the file are overwritten, because reusing mapped memory costs a
fraction of new memory.
"""

import json
import os
from errno import ENOSPC
from itertools import chain
from mmap import mmap
from typing import Any, Final

from .._tracing.interrupts import suppressed
from .._tracing.limits import KIB
from .._tracing.payload.plain_json import encode
from .folder import LOG, MARKS, OPEN, Folder
from .frames import Frame, decoded, encoded_parts, scan

_FILE_BYTES: Final = 256 * KIB
_INTERRUPTED: Final = "interrupted: the process ended before the step did"


class OpenSteps:
    """Open steps of one journal, written at once by the thread that begins or changes them.

    The file is mapped into memory: copying a frame there costs a tenth of a system call, and the frame also outlives
    the process. The whole file is filled with zeros before: on a full disk, writing to mapped memory without blocks on
    the disk would kill the process.
    """

    def __init__(self, folder: Folder, journal: str) -> None:
        self._folder = folder
        self._journal = journal
        self._count = 0
        self._map: mmap | None = None
        self._end = 0
        self.open: dict[str, list[bytes]] = {}
        """The frames of each open step, by the step's id."""
        # For each step, an upper bound of the position in the file at which its last frame ends.
        self._ends: dict[str, int] = {}
        self.size: int = 0
        """Size of the file in bytes."""
        self.is_stale: bool = False
        """True if the file has a step that ended without an event in a segment."""

    def __len__(self) -> int:
        return len(self.open)

    def write(self, event_id: str, frame: bytes) -> None:
        """Write the beginning of a step, or a change of it. Raises OSError if the disk is full."""
        end = self._end + len(frame)
        earlier = self.open.get(event_id)
        if earlier is None:
            self.open[event_id] = [frame]
        else:
            earlier.append(frame)
        if end > self.size and self._map is not None:
            start = max(self._ends.values(), default=0)
            # If more than half of the file is in use, a new file with only the open steps is better.
            if start <= self.size // 2:
                self._end, end = start, start + len(frame)
        if self._map is None or end > self.size:
            self._begin_file()
        else:
            self._map[self._end : end] = frame
            self._ends[event_id] = self._end = end

    def end(self, event_id: str, *, is_on_disk: bool) -> None:
        """Forget the step, if it is open here. ``is_on_disk`` is true if its event is in a segment of this journal."""
        self._ends.pop(event_id, None)
        if self.open.pop(event_id, None) is None:
            return
        self.is_stale = self.is_stale or not is_on_disk
        if self.is_stale:
            with suppressed(OSError):  # at the worst, the step is sent twice with the same id
                self.tidy()

    def tidy(self) -> None:
        """Remove ended steps from the file, or delete it if no step is open. Raises OSError if the disk is full."""
        if self.open:
            self._begin_file()
        elif self._map is not None:
            self.close()
            self._folder.remove(self._name)

    def move(self, folder: Folder, journal: str) -> None:
        """Continue with all open steps in a file of another folder."""
        self.close()
        self._folder, self._journal = folder, journal
        self.tidy()

    def close(self) -> None:
        """Close the file and leave its content unchanged."""
        mapped, self._map = self._map, None
        self.size, self.is_stale = 0, False
        if mapped is not None:
            mapped.close()

    @property
    def _name(self) -> str:
        return f"{self._journal}.{self._count:06}{OPEN}"

    def _begin_file(self) -> None:
        """Write all open steps into a new file, and then delete the old one."""
        old = self._name if self._map is not None else None
        data = b"".join(chain.from_iterable(self.open.values()))
        size = max(_FILE_BYTES, 2 * len(data))
        self._count += 1
        fd = self._folder.open(self._name, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        try:
            _write_all(fd, data.ljust(size, b"\0"))
            mapped = mmap(fd, size)
        except BaseException:
            self._folder.remove(self._name)
            raise
        finally:
            os.close(fd)
        self.close()
        self._map, self._end, self.size = mapped, len(data), size
        self._ends = dict.fromkeys(self.open, len(data))
        if old is not None:
            self._folder.remove(old)


def _write_all(fd: int, data: bytes) -> None:
    if os.write(fd, data) < len(data):
        raise OSError(ENOSPC, os.strerror(ENOSPC))


def close_interrupted(folder: Folder, journal: str, names: list[str]) -> bool:
    """Write the open steps of a dead process into a new segment, as events that were interrupted.

    Return True if a segment was written. Raises OSError if it cannot be written; the next start tries again.
    """
    files = [name for name in names if name.startswith(f"{journal}.") and name.endswith(OPEN)]
    if not files:
        return False
    # The new segment gets the lowest number, because only that with the highest number may have an incomplete frame.
    segment = f"{journal}.000000"
    earlier = {frame.event_id for frame in _frames(folder.read(segment + LOG))}
    # A power cut may have interrupted an earlier attempt, so the whole segment is written again.
    frames = interrupted(folder, journal, [name for name in names if name != segment + LOG])
    is_new = not {frame.event_id for frame in frames} <= earlier
    if is_new:
        _write(folder, segment + OPEN, frames)
        folder.remove(segment + MARKS)
        folder.rename(segment + OPEN, segment + LOG)
    # Synced before the old files are deleted, because those may have been safe on the disk. Also synced if it is not
    # new, because the sync of an earlier attempt may have failed.
    folder.sync([segment + LOG])
    for name in files:
        folder.remove(name)
    return is_new


def _write(folder: Folder, name: str, frames: list[Frame]) -> None:
    data = b"".join([encoded_parts(one.kind, one.event_id, one.session_id, one.body, one.logged) for one in frames])
    fd = folder.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        _write_all(fd, data)
        os.fsync(fd)
    except OSError:
        folder.remove(name)
        raise
    finally:
        os.close(fd)


def interrupted(folder: Folder, journal: str, names: list[str]) -> list[Frame]:
    """Return the events of the steps that a dead process began and did not end, the oldest first."""
    found: dict[str, list[Frame]] = {}
    for name in sorted(name for name in names if name.startswith(f"{journal}.") and name.endswith(OPEN)):
        steps: dict[str, list[Frame]] = {}
        for frame in _frames(folder.read(name)):
            steps.setdefault(frame.event_id, []).append(frame)
        # A newer file has all open steps. An older file remains if the process died while replacing it.
        found.update(steps)
    if not found:
        return []
    for name in names:
        if _is_log(name, journal):
            for frame in _frames(folder.read(name)):
                if frame.kind == "event":
                    found.pop(frame.event_id, None)
    return [_closed(frames) for frames in found.values() if frames[0].kind == "event"]


def _is_log(name: str, journal: str) -> bool:
    return name.startswith(f"{journal}.") and name.endswith(LOG)


def _frames(data: bytes) -> list[Frame]:
    read = [decoded(data[offset : offset + length]) for offset, length in scan(data).places]
    return [frame for frame in read if frame is not None]


def _closed(frames: list[Frame]) -> Frame:
    """Return the event of an interrupted step with all fields that were set. It ends at the time of the last frame."""
    first, last = frames[0], frames[-1]
    event: dict[str, Any] = json.loads(first.body)
    for change in frames[1:]:
        event.update(json.loads(change.body))
    end = max(last.logged, event["start_time"])
    event.update(end_time=end, duration=end - event["start_time"])
    event.setdefault("error", _INTERRUPTED)
    metadata = event.get("metadata", {})
    own = metadata.get("honeyhive")
    event["metadata"] = {**metadata, "honeyhive": {**(own if isinstance(own, dict) else {}), "interrupted": True}}
    return first._replace(body=encode(event).encode(), logged=last.logged)
