"""Lock on a run, so that no two evaluations on this machine work on the same run.

The lock file is in the user's temporary folder, because two processes may have different journal folders. The
operating system releases the lock when the process dies. On Windows, runs are not locked, and the result's notes
mention it.
"""

import hashlib
import os
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final
from weakref import WeakSet

from .._core.errors import InvalidRequestError

try:
    import fcntl
except ImportError:  # Windows has no fcntl
    fcntl = None  # type: ignore[assignment]

_held: "Final[WeakSet[RunLock]]" = WeakSet()


class RunLock:
    """The lock on one run of one service."""

    def __init__(self, urls: Sequence[str], run_id: str, uuid: str) -> None:
        """``run_id`` is the id that the user gave; ``uuid`` is the same id as a UUID."""
        self._run_id = run_id
        self._name = hashlib.sha256("\n".join([*urls, uuid]).encode("utf-8", "replace")).hexdigest()[:32] + ".lock"
        self._path = Path(self._name)
        self._fd: int | None = None

    def acquire(self) -> str | None:
        """Take the lock. Return None, or the reason why this machine cannot lock runs.

        Raises InvalidRequestError if another evaluation has the lock.
        """
        if fcntl is None:
            return "runs are not locked on this platform; do not run the same run id in two processes at once"
        try:
            self._path = _folder() / self._name
            while self._fd is None:
                self._fd = self._locked()
            os.pwrite(self._fd, f"{os.getpid():<20}".encode(), 0)
        except OSError as error:
            return f"the run could not be locked, so a second process could run it too: {error}"
        _held.add(self)
        return None

    def _locked(self) -> int | None:
        fd = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = os.pread(fd, 20, 0).decode("ascii", "replace").strip()
            os.close(fd)
            raise InvalidRequestError(
                f"run {self._run_id} is locked by process {owner or 'unknown'} on this machine; "
                "call again when that process has ended, and the run continues",
                argument="run_id",
                separator=": ",
            ) from None
        if os.fstat(fd).st_nlink:
            return fd
        os.close(fd)  # the last owner has just deleted the file, and the lock of a deleted file keeps nobody out
        return None

    def release(self) -> None:
        """Release the lock. A second call has no effect."""
        fd, self._fd = self._fd, None
        if fd is None:
            return
        self._path.unlink(missing_ok=True)
        fcntl.flock(fd, fcntl.LOCK_UN)  # closing does not unlock the file if a forked child has it open
        os.close(fd)

    def forget(self) -> None:
        """Close the file in a forked child, so that the lock ends with the parent."""
        fd, self._fd = self._fd, None
        if fd is not None:
            os.close(fd)


def _folder() -> Path:
    folder = Path(tempfile.gettempdir()) / f"honeyhive-runs-{os.getuid()}"
    with suppress(FileExistsError):
        folder.mkdir(0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise PermissionError(f"{folder} is not a folder of this user")
    return folder


def _forget_in_child() -> None:
    for lock in list(_held):
        lock.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_in_child)
