"""The ends and the branchings of a process: exit, SIGTERM and fork."""

import atexit
import os
import signal
import sys
import threading
import time
import weakref
from contextlib import suppress
from types import FrameType
from typing import Any, Final, Protocol

from .._core.errors import ConfigurationError


class Endable(Protocol):
    """What has to end well."""

    exit_timeout: float
    """Seconds that the end of the process may wait for it."""

    def hurry(self) -> None:
        """Send now what waits for company."""

    def flush(self, timeout: float) -> object:
        """Deliver what is possible in that many seconds."""

    def end(self, timeout: float) -> None:
        """The same for the last time."""

    def forget_parent(self) -> None:
        """In a forked child: begin anew, with nothing of the parent's."""


class Holder(Protocol):
    """What holds events back that are to be logged."""

    def hand_over(self) -> None:
        """Log them."""


_holders: Final[weakref.WeakSet[Any]] = weakref.WeakSet()
_watched: Final[weakref.WeakSet[Any]] = weakref.WeakSet()
_registered: Final[dict[str, int]] = {}
_exit_began: Final[list[float]] = []


def watch(endable: Endable) -> None:
    """See to it that it is closed at the end of the process, and begins anew in a forked child."""
    _watched.add(endable)
    if _registered.get("process") is None:
        _registered["process"] = os.getpid()
        # Before what the program registered earlier, as it may stop what delivery needs, and again after that.
        atexit.register(_flush_all)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=_begin_anew)


def hand_over_first(holder: Holder) -> None:
    """See to it that it logs what it holds back before anything is closed at the end of the process."""
    _holders.add(holder)


def watch_child() -> None:
    """The same for a child of multiprocessing or billiard, which ends without running what atexit knows.

    Called when something is logged: both forget what was registered before the child began.
    """
    if _registered.get("child") == os.getpid():
        return
    _registered["child"] = os.getpid()
    process = sys.modules.get("multiprocessing.process")
    if process is not None and process.parent_process() is not None:
        from multiprocessing.util import Finalize

        Finalize(None, close_all, exitpriority=10)
    billiard = sys.modules.get("billiard.util")
    if billiard is not None:
        billiard.Finalize(None, close_all, exitpriority=10)
    # A child of celery that has done its share of tasks runs nothing but this before os._exit.
    celery = sys.modules.get("celery.signals")
    if celery is not None:
        celery.worker_process_shutdown.connect(_end_child, weak=False)


def time_left(exit_timeout: float) -> float:
    """Return how many seconds the exit of the process may still wait for delivery."""
    if not _exit_began:
        return exit_timeout
    return max(0.0, _exit_began[0] + exit_timeout - time.monotonic())


def is_in_finalizer() -> bool:
    """Return True inside ``__del__``, which may run in the middle of anything, and while the interpreter finalizes."""
    if sys.is_finalizing():
        return True
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False


def close_all() -> None:
    """End all clients: what is logged from here on is delivered by the thread that logs it."""
    for endable in _begin_exit():
        endable.end(time_left(endable.exit_timeout))


def _end_child(**_: object) -> None:
    close_all()


def _flush_all() -> None:
    for endable in _begin_exit():
        endable.flush(time_left(endable.exit_timeout))


def _begin_exit() -> list[Endable]:
    for holder in list(_holders):
        with suppress(Exception):  # whatever code that is, the others have to be closed
            holder.hand_over()
    if not _exit_began:
        _exit_began.append(time.monotonic())
    endables: list[Endable] = list(_watched)
    for endable in endables:
        endable.hurry()
    return endables


def _begin_anew() -> None:
    _exit_began.clear()
    for endable in list(_watched):
        endable.forget_parent()


def flush_on_sigterm(endable: Any, timeout: float) -> None:
    """Flush on SIGTERM, then do what would have been done; a ConfigurationError off the main thread."""
    if threading.current_thread() is not threading.main_thread():
        raise ConfigurationError("flush_on_sigterm() must be called on the main thread, where signals are handled")
    weak = weakref.ref(endable)
    previous = signal.getsignal(signal.SIGTERM)

    def flush_first(number: int, frame: FrameType | None) -> None:
        found = weak()
        if found is not None:
            found.flush(timeout)
        if callable(previous):
            previous(number, frame)
        elif previous != signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    signal.signal(signal.SIGTERM, flush_first)
