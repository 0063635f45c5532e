"""Recognizes exceptions that signal handlers raise. They may come on any line of the SDK, and must reach the caller.

CPython runs signal handlers when a function is entered, after a call, and at the end of a loop's body. So consecutive
assignments without a call between them are never interrupted, and change state atomically.
"""

from contextlib import suppress
from types import FrameType, TracebackType
from typing import Final

_VARARGS: Final = 0x04
"""``inspect.CO_VARARGS``; importing inspect would double the time of ``import honeyhive``."""


_MARK: Final = "_honeyhive_interrupt"


def mark_interrupt(error: BaseException) -> None:
    """If a signal handler raised the error, mark it, so that ``is_interrupt`` works without the traceback."""
    if is_interrupt(error):
        with suppress(AttributeError):  # an exception class with slots may refuse the mark
            setattr(error, _MARK, True)


def is_interrupt(error: BaseException) -> bool:
    """Return True if a signal handler raised the error; the interrupted code is then not at fault."""
    if getattr(error, _MARK, False):
        return True
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        interrupted, trace = trace.tb_frame, trace.tb_next
        if _is_handler(trace.tb_frame, interrupted):
            return True
    return False


def _is_handler(frame: FrameType, interrupted: FrameType) -> bool:
    """Return True if the frame is a signal handler's: one of its arguments is the interrupted frame."""
    code = frame.f_code
    count = code.co_argcount
    has_rest = bool(code.co_flags & _VARARGS)
    values = frame.f_locals
    names = code.co_varnames[:count]
    given = [values.get(name) for name in names]
    if has_rest:
        given += values.get(code.co_varnames[count + code.co_kwonlyargcount], ())
    return any(one is interrupted for one in given)


class suppressed(suppress):  # noqa: N801 - used like contextlib.suppress
    """Suppress these exceptions, unless a signal handler raised them."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Return True for a suppressed exception."""
        if error is not None and is_interrupt(error):
            return False
        return super().__exit__(kind, error, trace)
