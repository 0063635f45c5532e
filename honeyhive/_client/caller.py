"""Finds the line of the calling program for warnings of tracing, ``evaluate`` and the names of the vendor's package."""

import sys
from pathlib import Path
from typing import Final

_PACKAGE: Final = str(Path(__file__).parents[1])


def caller_level() -> int:
    """Return the ``stacklevel`` for a warning of the calling function that shows the line that called this package."""
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame, level = frame.f_back, level + 1
    return level
