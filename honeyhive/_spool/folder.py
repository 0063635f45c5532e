"""Folder of a spool. It is private to its owner, and no link in it is followed."""

import os
import re
import stat
from contextlib import suppress
from errno import EINVAL
from typing import Final

from .._core.errors import ConfigurationError
from .._tracing.interrupts import is_interrupt, suppressed

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

LOCK, LOG, MARKS, DAMAGED, OPEN = ".lock", ".log", ".done", ".damaged", ".open"
# File names in a spool: the name of a journal, a number for some files, and an extension.
NAME: Final = re.compile(r"(\d{16}-[0-9a-f]{8})(?:\.(\d{6}))?\.(?:lock|log|done|damaged|open)")
# O_NONBLOCK: if somebody put a pipe in place of the file, opening it would wait for the pipe's other end.
_SAFELY: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def prepare(path: str) -> bool:
    """Create the folder if it is missing; return True if a dead process left something in it.

    Raises ConfigurationError if the folder cannot be created, if it belongs to another user, or if other users can open
    it and it has files that are not a spool's.
    """
    folder = Folder(path)
    try:
        journals = {name.partition(".")[0] for name in folder.names() if name.endswith((LOCK, LOG, OPEN))}
        return not all(folder.is_claimed(journal) for journal in journals)
    finally:
        folder.close()


class Folder:
    """An open folder. Files are opened relative to its descriptor, so that replacing the path has no effect on them."""

    def __init__(self, path: str, *, make: bool = True) -> None:
        if fcntl is None:
            raise ConfigurationError(
                "spool= needs the file locks of POSIX, which this system lacks; leave it out, and events wait in memory"
            )
        self.path = path
        self._fd = -1
        try:
            if make:
                _make(path)
            self._fd = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _SAFELY)
            fault = _fault(os.fstat(self._fd)) or self._exposed(path, mends=make)
        except OSError as error:
            if is_interrupt(error):
                raise
            advice = "choose a folder that can be written" if make else "is the path right?"
            raise ConfigurationError(f"spool={path!r}: {error.strerror}; {advice}") from None
        if fault:
            self.close()
            raise ConfigurationError(f"spool={path!r} {fault}")

    def _exposed(self, path: str, *, mends: bool) -> str | None:
        """Return the reason if the folder cannot be used: other users can open it, and it has foreign files.

        Otherwise return None. If ``mends`` is true, a folder without foreign files gets mode 0700.
        """
        if not stat.S_IMODE(os.fstat(self._fd).st_mode) & 0o077:
            return None
        if not all(NAME.fullmatch(name) for name in self.sizes()):
            return (
                f"is open to other users and holds other files: choose a new folder inside it, such as {path}/honeyhive"
            )
        if mends:
            os.fchmod(self._fd, 0o700)
        return None

    @property
    def is_deleted(self) -> bool:
        """True if the folder was deleted, or another folder is at its path."""
        try:
            found, own = os.stat(self.path), os.fstat(self._fd)  # noqa: PTH116 - pathlib may not be imported
        except OSError:
            return True
        return (found.st_dev, found.st_ino) != (own.st_dev, own.st_ino)

    def close(self) -> None:
        """Close the folder."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)

    def names(self) -> list[str]:
        """Return the sorted names of the folder's files."""
        return sorted(self.sizes())

    def open(self, name: str, flags: int) -> int:
        """Return the descriptor of a file. Raises OSError if it is not a regular file of this user, such as a link."""
        fd = os.open(name, flags | _SAFELY, 0o600, dir_fd=self._fd)
        found = os.fstat(fd)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
            os.close(fd)
            raise PermissionError(f"{name} is not a regular file of this user")
        return fd

    def read(self, name: str) -> bytes:
        """Return the contents of a file; empty if it is missing."""
        try:
            fd = self.open(name, os.O_RDONLY)
        except FileNotFoundError:
            return b""
        try:
            parts = []
            while part := os.read(fd, 1 << 22):
                parts.append(part)
            return b"".join(parts)
        finally:
            os.close(fd)

    def sizes(self) -> dict[str, int]:
        """Return the size in bytes of each file."""
        found = {}
        # A descriptor of its own, because two threads that list through the same descriptor would share its position.
        fd = os.open(".", os.O_RDONLY | _SAFELY, dir_fd=self._fd)
        try:
            with os.scandir(fd) as entries:
                for entry in entries:
                    with suppress(FileNotFoundError):  # another process was quicker
                        found[entry.name] = entry.stat(follow_symlinks=False).st_size
        finally:
            os.close(fd)
        return found

    def remove(self, name: str) -> None:
        """Delete a file, if it is there."""
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._fd)

    def sync(self, names: list[str]) -> None:
        """Sync these files and their directory entries to the disk. Raises OSError."""
        for name in names:
            try:
                fd = self.open(name, os.O_RDONLY)
            except FileNotFoundError:  # the file's records were delivered in the meantime
                continue
            try:
                os.fsync(fd)
            finally:
                os.close(fd)
        try:
            os.fsync(self._fd)
        except OSError as error:
            if error.errno != EINVAL:  # some file systems cannot sync a folder, and do not need to
                raise

    def sync_journal(self, journal: str) -> None:
        """Sync the files of a journal to the disk. Raises OSError."""
        self.sync([name for name in self.names() if name.startswith(f"{journal}.") and name.endswith((LOG, OPEN))])

    def rename(self, old: str, new: str) -> None:
        """Rename a file."""
        os.rename(old, new, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def claim(self, name: str) -> int | None:
        """Lock a journal, and return the descriptor that holds the lock; None if another process has the lock.

        The lock is held until every process that has the descriptor closes it. A dead process holds no lock, so
        exactly one living process can claim its journal.
        """
        fd = self.open(name + LOCK, os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BaseException as error:
            os.close(fd)
            if isinstance(error, OSError) and not is_interrupt(error):
                return None
            raise
        # The previous owner may have deleted the file in the meantime: a lock on a deleted file keeps nobody out.
        if os.fstat(fd).st_nlink == 0:
            os.close(fd)
            return None
        return fd

    def is_claimed(self, name: str) -> bool:
        """Return True if a living process holds the lock of a journal."""
        try:
            fd = self.open(name + LOCK, os.O_RDONLY)
        except OSError:
            return False
        try:
            fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(fd)
        return False


def _make(path: str) -> None:
    with suppressed(OSError):
        if stat.S_ISDIR(os.stat(path).st_mode):  # noqa: PTH116 - pathlib cannot be imported during finalization
            return
    from pathlib import Path

    folder = Path(path)
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another process was quicker
            folder.mkdir(0o700)


def _fault(found: os.stat_result) -> str | None:
    if not stat.S_ISDIR(found.st_mode):
        return "is not a folder"
    if found.st_uid != os.geteuid():
        return f"belongs to the user {found.st_uid}, not to this one: choose a subfolder, or another folder"
    return None
