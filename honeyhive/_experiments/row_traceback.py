"""Tracebacks of a row's errors, without the frames of this package that call the user's code."""

import traceback
from pathlib import Path
from types import TracebackType
from typing import Final

_PACKAGE: Final = str(Path(__file__).parents[1])
_MAX_LENGTH: Final = 10_000


def traceback_of(error: BaseException) -> str | None:
    """Return the traceback; a long one is cut in the middle. None if it has no frame of the user's code."""
    frame = _first_own(error.__traceback__)
    if frame is None:
        return None
    try:
        text = "".join(traceback.format_exception(type(error), error, frame)).rstrip()
    except Exception:  # a user's exception that cannot be formatted
        return None
    if len(text) > _MAX_LENGTH:
        half = _MAX_LENGTH // 2
        text = f"{text[:half]}\n...\n{text[-half:]}"
    return text


def _first_own(frame: TracebackType | None) -> TracebackType | None:
    while frame is not None and frame.tb_frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.tb_next
    return frame
