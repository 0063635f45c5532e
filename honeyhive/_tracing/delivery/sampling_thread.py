"""Thread that decides, for each held session when it is due, whether to send it. It ends when none is held."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from queue import Empty, SimpleQueue

from ..interrupts import suppressed


class SamplingThread:
    """Calls ``decide_one`` until it returns False, then waits for the seconds that ``seconds_left`` returns.

    ``seconds_left`` runs under the lock, and returns None to end the thread. The caller of ``start`` holds the lock.
    """

    def __init__(
        self,
        lock: AbstractContextManager[object],
        decide_one: Callable[[], bool],
        seconds_left: Callable[[], float | None],
    ) -> None:
        self._lock, self._decide_one, self._seconds_left = lock, decide_one, seconds_left
        self._thread: threading.Thread | None = None
        self._wakeups: SimpleQueue[None] = SimpleQueue()
        self._is_woken = False

    def start(self) -> bool:
        """Start the thread unless it runs already; return False if no thread can be started."""
        if self._thread is None:
            with suppressed(RuntimeError):  # no thread can be started: then flush, close and exit decide the sessions
                thread = threading.Thread(target=self._run, name="honeyhive-sampling", daemon=True)
                thread.start()
                self._thread = thread
        return self._thread is not None

    def wake(self) -> bool:
        """Interrupt the thread's wait, or start the thread; return False if no thread can be started."""
        if not self._is_woken:
            self._is_woken = True
            self._wakeups.put(None)
        return self.start()

    def stop_waiting(self) -> None:
        """Interrupt the thread's wait, so that the thread ends if no session is held any more."""
        self._wakeups.put(None)

    def _run(self) -> None:
        try:
            self._decide_all()
        except BaseException:  # raised by the user's function: the next session starts another thread
            self._thread = None
            raise

    def _decide_all(self) -> None:
        while True:
            self._is_woken = False
            if self._decide_one():
                continue
            with self._lock:
                seconds = self._seconds_left()
                if seconds is None:
                    self._thread = None
                    return
            with suppressed(Empty):
                self._wakeups.get(timeout=seconds)
