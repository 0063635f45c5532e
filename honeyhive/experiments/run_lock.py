"""A lock on a run, so that no two evaluations of this machine work on the same one.

The lock is on a file in a folder of this user for temporary files, since two processes may keep their journals in
different folders. The system releases it when the process dies.
"""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final
from weakref import WeakSet

from ..errors import ConfigurationError, InvalidRequestError

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
        name = hashlib.sha256("\n".join([*urls, uuid]).encode("utf-8", "replace")).hexdigest()[:32]
        self._path = _folder() / f"{name}.lock"
        self._fd: int | None = None

    def acquire(self) -> None:
        """Take the lock. Raises InvalidRequestError if another evaluation has it."""
        while self._fd is None and fcntl is not None:
            try:
                fd = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError as error:
                raise ConfigurationError(f"the run cannot be locked: {self._path}: {error.strerror}") from None
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                owner = os.pread(fd, 20, 0).decode("ascii", "replace").strip()
                os.close(fd)
                raise InvalidRequestError(
                    f"run_id: process {owner or 'unknown'} of this machine is working on run {self._run_id}; "
                    "wait until it ends, then the same call continues the run"
                ) from None
            if os.fstat(fd).st_nlink:
                self._fd = fd
            else:  # whoever had it before has just deleted it: a lock without a name keeps nobody out
                os.close(fd)
        if self._fd is not None:
            os.pwrite(self._fd, f"{os.getpid():<20}".encode(), 0)
            _held.add(self)

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
    user = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"honeyhive-runs-{user}"
    with suppress(FileExistsError):
        folder.mkdir(0o700)
    return folder


def _forget_in_child() -> None:
    for lock in list(_held):
        lock.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_in_child)
