"""Start of a process in monotonic time: a wrong clock does not change it. Valid until the system is restarted."""

import os

from .._tracing.interrupts import suppressed


def write_start(fd: int, monotonic: float) -> None:
    """Write the time into the file of a lock. A full disk leaves it empty."""
    with suppressed(OSError):
        os.pwrite(fd, f"{_system()} {monotonic}".encode(), 0)


def read_start(fd: int) -> float | None:
    """Return the time in the file of a lock; None if there is none, or the system was restarted since."""
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
