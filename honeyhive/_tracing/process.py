"""Process lifecycle hooks: exit, SIGTERM and fork."""

import atexit
import os
import signal
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Final, Protocol

from .._core.errors import ConfigurationError
from .._core.real_time import real_clock


class Closeable(Protocol):
    """Protocol of objects that must be flushed and closed at exit, and restarted in a forked child."""

    exit_timeout: float
    """Seconds that the exit of the process may wait for this object."""

    def flush_now(self) -> None:
        """Send waiting records without filling the batch."""

    def flush(self, timeout: float) -> object:
        """Deliver as much as possible within this many seconds."""

    def end(self, timeout: float) -> None:
        """Flush for the last time."""

    def begin_in_child(self) -> None:
        """Restart in a forked child, without the records of the parent."""


class FlushHook(Protocol):
    """Protocol of objects that hold events back before they are logged, such as an exporter."""

    def hand_over(self) -> None:
        """Log the events that are held back."""


_hooks: Final[weakref.WeakSet[Any]] = weakref.WeakSet()
_watched: Final[weakref.WeakSet[Any]] = weakref.WeakSet()
# The process id of each registration, because a forked child has to repeat some registrations.
_registered: Final[dict[str, int]] = {}
_exit_began: Final[list[float]] = []


def watch(closeable: Closeable) -> None:
    """Register an object to be flushed at exit and restarted in a forked child."""
    _watched.add(closeable)
    if _registered.get("process") is None:
        _registered["process"] = os.getpid()
        # Exit handlers run in reverse order. So this flush runs before the program's earlier handlers, which may stop
        # something that delivery needs; tracing.py flushes again after them.
        atexit.register(_flush_all)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=_begin_in_child)


def flush_first(hook: FlushHook) -> None:
    """Register a hook, which logs its events before anything is closed at exit."""
    _hooks.add(hook)


def watch_child() -> None:
    """Register an exit handler in a child of multiprocessing, billiard or celery, which runs no atexit handler.

    Called whenever a delivery thread starts, because these libraries drop registrations made before the child began.
    """
    if _registered.get("child") == os.getpid():
        return
    _registered["child"] = os.getpid()
    multiprocessing = sys.modules.get("multiprocessing.process")
    if multiprocessing is not None and multiprocessing.parent_process() is not None:
        from multiprocessing.util import Finalize

        # With a priority of 0 or more, this runs before the child terminates and joins its own children.
        Finalize(None, close_all, exitpriority=10)
    billiard = sys.modules.get("billiard.util")
    if billiard is not None:
        billiard.Finalize(None, close_all, exitpriority=10)
    # A celery child that reached --max-tasks-per-child runs nothing but this signal before os._exit.
    celery = sys.modules.get("celery.signals")
    if celery is not None:
        celery.worker_process_shutdown.connect(close_all, weak=False)


def time_left(exit_timeout: float) -> float:
    """Return the seconds that the exit may still wait: ``exit_timeout`` counts once for all clients together."""
    if not _exit_began:
        return exit_timeout
    left: float = _exit_began[0] + exit_timeout - real_clock("monotonic")()
    return max(0.0, left)


def is_in_finalizer() -> bool:
    """Return True inside ``__del__``, which may interrupt anything, and while the interpreter finalizes."""
    if sys.is_finalizing():
        return True
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False


def close_all(**_: object) -> None:
    """End all clients. A later record is delivered by the thread that logs it. Keyword arguments are ignored."""
    for closeable in _begin_exit():
        closeable.end(time_left(closeable.exit_timeout))


def _flush_all() -> None:
    for closeable in _begin_exit():
        with suppress(ConfigurationError):  # Python's threads were replaced; the worker has logged this
            closeable.flush(time_left(closeable.exit_timeout))


def _begin_exit() -> list[Closeable]:
    for hook in list(_hooks):
        with suppress(Exception):  # foreign code may raise anything, but the others still have to be closed
            hook.hand_over()
    if not _exit_began:
        _exit_began.append(real_clock("monotonic")())
    closeables: list[Closeable] = list(_watched)
    # All are started first, so that they deliver in parallel while this thread waits for each in turn.
    for closeable in closeables:
        closeable.flush_now()
    return closeables


def _begin_in_child() -> None:
    _exit_began.clear()
    for closeable in list(_watched):
        closeable.begin_in_child()


def flush_on_sigterm(closeable: Any, timeout: float, patience: Callable[[float], float] = float) -> None:
    """Flush on SIGTERM, then run the previous handler. Raises ConfigurationError outside of the main thread.

    ``patience`` gets the timeout and returns the seconds that the flush may take.
    """
    if threading.current_thread() is not threading.main_thread():
        raise ConfigurationError("flush_on_sigterm() must be called on the main thread, where signals are handled")
    weak = weakref.ref(closeable)
    previous = signal.getsignal(signal.SIGTERM)

    def flush_and_end(number: int, frame: FrameType | None) -> None:
        found = weak()
        if found is not None:
            found.decide_all()
            found.flush(patience(timeout))
        if callable(previous):
            previous(number, frame)
        elif previous != signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    signal.signal(signal.SIGTERM, flush_and_end)
