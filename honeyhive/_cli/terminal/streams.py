"""The standard streams of this process, as everything that prints or reads expects them."""

import io
import os
import sys
from pathlib import Path


def prepare() -> None:
    """Let a stream that was closed before the start lead nowhere, and escape what stdout cannot encode."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for good
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
