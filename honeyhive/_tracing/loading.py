"""A fork waits until no thread is loading modules: a child can never finish an import that another thread began."""

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Final

LONGEST_WAIT: Final = 5.0
_NEEDED: Final = frozenset({"honeyhive", "honeyhive_api", "httpx", "httpcore", "h11", "anyio", "attr", "attrs"})


class _Loading:
    """Held while modules are loaded after the import of the package, and while OpenSSL is used for the first time."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._is_watching = self._is_forking = False
        if "logging" in sys.modules:
            self.watch()

    def __enter__(self) -> None:
        self._lock.acquire()
        self.watch()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def watch(self) -> None:
        """From here on a fork waits."""
        if self._is_watching:
            return
        self._is_watching = True
        # Of two hooks the one registered last comes first before a fork. If logging's came first, the fork would hold
        # the lock that half-loaded modules want for their loggers.
        import logging  # noqa: F401

        if hasattr(os, "register_at_fork"):
            os.register_at_fork(before=self._before, after_in_parent=self._after, after_in_child=self._after)

    def _before(self) -> None:
        self._lock.acquire()
        self._is_forking = True
        deadline = time.monotonic() + LONGEST_WAIT
        while _is_loading_elsewhere() and time.monotonic() < deadline:
            time.sleep(0.001)

    def _after(self) -> None:
        if self._is_forking:
            self._is_forking = False
            self._lock.release()


def load(work: Callable[[], object]) -> None:
    """Load modules on a thread of their own and wait for it.

    A signal handler or a ``__del__`` that logs in the meantime then waits for whole modules; while its own thread was
    loading them it would find half of them.
    """
    thread = threading.Thread(target=_under_guard, args=(work,), name="honeyhive-loading", daemon=True)
    try:
        thread.start()
    except RuntimeError:  # the interpreter is shutting down, or there are too many threads
        _under_guard(work)
    else:
        thread.join()


def _under_guard(work: Callable[[], object]) -> None:
    with loading:
        work()


def _is_loading_elsewhere() -> bool:
    """Whether another thread is loading a module that calls need; some are loaded by whoever uses them first.

    The lock of a module is known to importlib for as long as somebody loads it.
    """
    locks = getattr(sys.modules.get("_frozen_importlib"), "_module_locks", {})
    held = [ref() for name, ref in list(locks.items()) if name.partition(".")[0] in _NEEDED]
    return any(getattr(lock, "owner", None) not in (None, threading.get_ident()) for lock in held)


loading: Final = _Loading()
