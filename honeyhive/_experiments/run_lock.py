"""A lock on a run, so that no two evaluations of this machine work on the same one.

The lock is on a file in a folder of this user for temporary files, since two processes may keep their journals in
different folders. The system releases it when the process dies.
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
except ImportError:  # Windows, where runs are not locked
    fcntl = None  # type: ignore[assignment]

_held: "Final[WeakSet[RunLock]]" = WeakSet()


class RunLock:
    """The lock on one run of one service."""

    def __init__(self, urls: Sequence[str], run_id: str, uuid: str) -> None:
        """``run_id`` is the id as the user gave it, ``uuid`` the same in one form."""
        self._run_id = run_id
        self._name = hashlib.sha256("\n".join([*urls, uuid]).encode("utf-8", "replace")).hexdigest()[:32] + ".lock"
        self._path = Path(self._name)
        self._fd: int | None = None

    def acquire(self) -> str | None:
        """Take the lock, or return the reason why this machine cannot lock runs.

        Raises InvalidRequestError if another evaluation has the lock.
        """
        if fcntl is None:
            return None
        try:
            self._path = _folder() / self._name
            while self._fd is None:
                self._fd = self._locked()
            os.pwrite(self._fd, f"{os.getpid():<20}".encode(), 0)
        except OSError as error:
            return f"the run could not be locked against a second process: {error}"
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
                f"process {owner or 'unknown'} of this machine is working on run {self._run_id}; "
                "wait until it ends, then the same call continues the run",
                argument="run_id",
                separator=": ",
            ) from None
        if os.fstat(fd).st_nlink:
            return fd
        os.close(fd)  # whoever had it before has just deleted it: a lock without a name keeps nobody out
        return None

    def release(self) -> None:
        """Give the lock back; again it changes nothing."""
        fd, self._fd = self._fd, None
        if fd is None:
            return
        self._path.unlink(missing_ok=True)
        fcntl.flock(fd, fcntl.LOCK_UN)  # also for a forked child that has the file open
        os.close(fd)

    def forget(self) -> None:
        """In a forked child: leave the lock to the parent, and do not hold it beyond the parent's death."""
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
