"""A fork waits until no thread is loading modules: a child can never finish an import that another thread began."""

import os
import threading
from typing import Final

loading: Final = threading.RLock()
"""Held while modules are loaded after the import of the package."""


def hold_forks() -> None:
    """Let forks wait for the lock from now on.

    What is registered last is acquired first: called once more after a module was loaded that has a lock of this kind,
    so that no fork waits here with that lock, which the thread that is loading may need.
    """
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=loading.acquire, after_in_parent=loading.release, after_in_child=loading.release)


hold_forks()
