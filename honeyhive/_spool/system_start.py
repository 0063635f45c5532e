"""Start of a process in monotonic time, which a wrong system clock does not change.

The time is valid until the system is restarted.
"""

import os

from .._tracing.interrupts import suppressed


def write_start(fd: int, monotonic: float) -> None:
    """Write the time into a lock's file. On a full disk, the file stays empty."""
    with suppressed(OSError):
        os.pwrite(fd, f"{_system()} {monotonic}".encode(), 0)


def read_start(fd: int) -> float | None:
    """Return the time in a lock's file; None if the file has none, or if the system was restarted since."""
    try:
        system, _, monotonic = os.pread(fd, 200, 0).decode().partition(" ")
        return float(monotonic) if system and system == _system() else None
    except (OSError, ValueError):
        return None


def _system() -> str:
    """Return the boot id of Linux; empty on other systems."""
    try:
        fd = os.open("/proc/sys/kernel/random/boot_id", os.O_RDONLY)
    except OSError:
        return ""
    try:
        return os.read(fd, 100).decode().strip()
    finally:
        os.close(fd)
