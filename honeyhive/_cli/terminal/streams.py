"""Standard streams of the process."""

import io
import os
import sys


def prepare() -> None:
    """Open /dev/null for each stream that is closed, buffer stdout, and escape characters that it cannot encode."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Not pathlib, which every run would have to import.
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for good
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if isinstance(sys.stdout.buffer, io.RawIOBase):
        # With PYTHONUNBUFFERED, Python loses the rest of a string of which a full disk takes a part, without an error.
        sys.stdout = open(  # noqa: SIM115 - for good
            sys.stdout.fileno(), "w", encoding=sys.stdout.encoding, closefd=False
        )
    sys.stdout.reconfigure(errors="backslashreplace")


def drop_unwritten() -> None:
    """Discard what stdout cannot take, as on a full disk: at its exit, Python would write it again and report it."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
