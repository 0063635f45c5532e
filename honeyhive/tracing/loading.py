"""A fork waits until no thread is loading modules: a child can never finish an import that another thread began."""

import os
import sys
import threading
import time
from typing import Final

loading: Final = threading.RLock()
"""Held while tracing loads modules after the import of the package."""

LONGEST_WAIT: Final = 5.0
_OURS: Final = frozenset({"honeyhive", "honeyhive_api", "httpx", "httpcore", "h11", "anyio", "attrs"})


def _are_loading() -> bool:
    """Whether another thread is in the middle of loading a module that a call needs, as the first direct call does.

    The lock of a module is known to importlib as long as somebody loads it.
    """
    locks = getattr(sys.modules.get("_frozen_importlib"), "_module_locks", {})
    held = [ref() for name, ref in list(locks.items()) if name.partition(".")[0] in _OURS]
    return any(getattr(lock, "owner", None) not in (None, threading.get_ident()) for lock in held)


def _before_fork() -> None:
    loading.acquire()
    deadline = time.monotonic() + LONGEST_WAIT
    while _are_loading() and time.monotonic() < deadline:
        time.sleep(0.001)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=loading.release, after_in_child=loading.release)
