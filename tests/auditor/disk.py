"""A small disk: a tmpfs of a given size or, if mounting is not permitted, a limit on the size of files."""

import ctypes
import os
import resource
from contextlib import suppress
from pathlib import Path

_NEW_NAMESPACE, _PRIVATE, _RECURSIVE, _REMOUNT, _DETACH = 0x20000, 1 << 18, 1 << 14, 32, 2
# Large enough for every event of a schedule.
_ROOMY_BYTES = 64 << 20
_libc = ctypes.CDLL(None, use_errno=True)


def can_mount() -> bool:
    """Enter a new mount namespace, which ends with this process and its children; return False if not permitted."""
    return not (_libc.unshare(_NEW_NAMESPACE) or _libc.mount(b"none", b"/", None, _RECURSIVE | _PRIVATE, None))


class SmallDisk:
    """The disk of one spool. ``mounts`` is the result of can_mount()."""

    def __init__(self, folder: Path, size: int, *, mounts: bool) -> None:
        self._folder = folder
        self._size = size
        self._mounts = mounts
        self._pids: list[int] = []
        folder.mkdir(mode=0o700)
        if mounts:
            self._mount(0, size)

    def limit(self, pid: int) -> None:
        """Limit the size of the files of a process, if there is no tmpfs."""
        if not self._mounts:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (self._size, resource.RLIM_INFINITY))
            self._pids.append(pid)

    def free(self) -> None:
        """Make space on the full disk."""
        if self._mounts:
            self._mount(_REMOUNT, _ROOMY_BYTES)
        for pid in self._pids:
            with suppress(ProcessLookupError):  # the process may have ended
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self._pids.clear()

    def close(self) -> None:
        """Unmount the disk."""
        if self._mounts:
            _libc.umount2(os.fsencode(self._folder), _DETACH)

    def _mount(self, flags: int, size: int) -> None:
        options = f"size={size},mode=0700".encode()
        if _libc.mount(b"none", os.fsencode(self._folder), b"tmpfs", flags, options):
            raise OSError(ctypes.get_errno(), f"a tmpfs of {size} bytes cannot be mounted at {self._folder}")
