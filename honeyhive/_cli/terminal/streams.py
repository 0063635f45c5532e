"""Standard streams of the process."""

import io
import os
import sys


def prepare() -> None:
    """Open /dev/null for closed streams, buffer stdout, and escape characters that stdout cannot encode."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # pathlib is not used here, because its import takes time.
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for good
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if isinstance(sys.stdout.buffer, io.RawIOBase):
        # With PYTHONUNBUFFERED and a full disk, Python would lose the rest of a partly written string without an
        # error.
        sys.stdout = open(  # noqa: SIM115 - for good
            sys.stdout.fileno(), "w", encoding=sys.stdout.encoding, closefd=False
        )
    sys.stdout.reconfigure(errors="backslashreplace")


def drop_unwritten() -> None:
    """Discard unwritten output, for example on a full disk: at exit, Python would retry and report another error."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
