"""A fork waits until no thread is loading modules: a child can never finish an import that another thread began."""

import os
import threading
from typing import Final

loading: Final = threading.RLock()
"""Held while modules are loaded after the import of the package."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=loading.acquire, after_in_parent=loading.release, after_in_child=loading.release)
