"""Regular syncs of written files to the disk, as a protection against power cuts."""

import threading
import time
from collections.abc import Callable
from weakref import WeakMethod

from .._tracing.interrupts import is_interrupt


class DiskSync:
    """Calls a method every few seconds while something is written, on a daemon thread that ends afterwards.

    This object holds only a weak reference to the method's object.
    """

    def __init__(self, seconds: float, sync: Callable[[], None]) -> None:
        self._seconds = seconds
        self._sync = WeakMethod(sync)
        self._is_due = False
        self._is_running = False

    def wrote(self) -> None:
        """Have the method called within the interval. Makes no system call while the thread runs."""
        self._is_due = True
        if not self._is_running:
            self._is_running = True
            try:
                threading.Thread(target=self._run, name="honeyhive-sync", daemon=True).start()
            except RuntimeError as error:  # the interpreter is shutting down: ``SpoolStore.leave`` will sync
                self._is_running = False
                if is_interrupt(error):
                    raise

    def _run(self) -> None:
        while True:
            time.sleep(self._seconds)
            if not self._is_due:
                self._is_running = False
                # Checked again, because a write before the line above did not start a thread.
                if not self._is_due:
                    return
                self._is_running = True
            self._is_due = False
            sync = self._sync()
            if sync is None:
                return
            sync()
            del sync
