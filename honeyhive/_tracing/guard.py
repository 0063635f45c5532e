"""Guards against bugs of the SDK: an unexpected exception is logged and never reaches the application."""

import traceback
from typing import TYPE_CHECKING

from .interrupts import is_interrupt

if TYPE_CHECKING:
    from .rate_limited_log import RateLimitedLog
    from .tracer import Tracer


class Guard:
    """Context manager that keeps bugs of the SDK out of the application. Exceptions of signal handlers propagate."""

    def __init__(self, notices: "RateLimitedLog") -> None:
        self._notices = notices

    def report(self, what: str, error: Exception) -> None:
        """Log the error with its traceback, but without its message, which may contain a user's value."""
        place = "".join(traceback.format_tb(error.__traceback__)).rstrip()
        words = f"{what} could not be recorded ({type(error).__name__}); please report this"
        self._notices.warn("bug", words, details=f"\n{place}")
        self._notices.emit()

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if error is None or not isinstance(error, Exception):
            return False
        if kind is RecursionError:  # no call here: the recursion limit may leave no room
            return True
        if is_interrupt(error):
            return False
        self.report("a part of an event", error)
        return True


class LossGuard:
    """Context manager of a log call: keeps bugs of the SDK out of the application, and counts the event as dropped."""

    def __init__(self, tracer: "Tracer") -> None:
        self._tracer = tracer

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if error is None or not isinstance(error, Exception):
            return False
        if kind is RecursionError:
            self._tracer.too_deep.calls += 1
            return True
        if is_interrupt(error):
            return False
        self._tracer.failed("an event", error)
        return True
