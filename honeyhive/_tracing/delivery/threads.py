"""Delivery threads, started on demand: usually one daemon thread, and more while a backlog waits."""

import _thread
import logging
import queue
import threading
from contextlib import suppress
from types import BuiltinFunctionType
from typing import Final

from .. import process
from ..interrupts import is_interrupt, suppressed
from ..rate_limited_log import RateLimitedLog
from .policy import Wait
from .records import Store
from .sender import Sender

# A thread without work ends after this many seconds while another thread watches the queue.
_IDLE_SECONDS: Final = 30.0
PATCHED: Final = (
    "the threads of Python were replaced after the first event was logged; call monkey_patch() of eventlet or gevent "
    "at the start of the program"
)


class DeliveryThreads:
    """Threads that get batches from the policy and send them.

    A thread without work becomes the watcher, which waits for new records and for due times; the others wait to be
    woken. A thread that begins to send wakes or starts another thread if there is a second batch to send.
    """

    def __init__(self, sender: Sender, store: Store, log: RateLimitedLog, most: int) -> None:
        self._sender = sender
        self._policy = sender.policy
        self._store = store
        self._log = log
        self._most = most
        self.is_running = False
        """True while there is a thread."""
        self.is_asleep = False
        """True if a new record has to wake a thread."""
        self.flushing = 0
        """Number of flush() calls in progress. Meanwhile batches are sent without waiting to be filled."""
        self._is_ending = False
        self._allocate_lock: object = _thread.allocate_lock
        # Unlike an Event, this queue allows a signal handler that interrupts a put to put as well.
        self._wakeups: queue.SimpleQueue[None] = _simple_queue()
        self._starting = threading.Lock()
        # These are sets, because adding and removing take no lock.
        self.alive: set[threading.Thread] = set()
        self._idle: set[int] = set()
        self._sending: set[threading.Thread] = set()
        self._watcher: int | None = None

    @property
    def is_patched(self) -> bool:
        """True if eventlet or gevent has replaced Python's locks since the start: the threads would deadlock."""
        return _thread.allocate_lock is not self._allocate_lock

    def report_patch(self) -> None:
        """Log that delivery has stopped, and the reason."""
        self._log.warn("patched", f"nothing is delivered: {PATCHED}", level=logging.ERROR)
        self._log.emit()

    def wake(self) -> None:
        """Wake a thread to check for work; start a thread if all are busy sending."""
        self.is_asleep = False
        self._wakeups.put(None)
        if self.is_running and not self._idle and len(self.alive) <= self._most:
            with suppressed(RuntimeError):  # delivery continues with fewer threads
                self._start_one()

    def start(self) -> bool:
        """Start a thread unless one runs; return False if no thread can be started any more."""
        if self.is_running:
            return True
        process.watch_child()
        try:
            self._start_one()
        except RuntimeError as error:  # the interpreter is shutting down, or there are too many threads
            if is_interrupt(error):
                raise
            self.is_running = False
            return False
        return True

    def _start_one(self) -> None:
        if not self._starting.acquire(blocking=False):
            return  # another thread is starting one, or this signal handler interrupted such a start
        try:
            thread = threading.Thread(target=self._run, name="honeyhive-tracing", daemon=True)
            self.alive.add(thread)
            self.is_running = True
            try:
                thread.start()
            except BaseException:  # too many threads, or an interrupt; a thread that has started anyway adds itself
                self.alive.discard(thread)
                self.is_running = bool(self.alive)
                raise
        finally:
            self._starting.release()

    def stop_when_idle(self) -> None:
        """End the threads once nothing is pending. The next record starts a thread again."""
        self._is_ending = True
        for _ in range(max(len(self.alive), 1)):
            self._wakeups.put(None)
        self.is_asleep = False

    def join(self, seconds: float) -> None:
        """Wait for the threads that are not sending, at most this many seconds each.

        At exit the interpreter freezes daemon threads. If one of them held a lock, no other thread could take the lock.
        """
        for thread in list(self.alive):
            if thread not in self._sending and thread is not threading.current_thread():
                thread.join(seconds)

    def _run(self) -> None:
        self.alive.add(threading.current_thread())
        self.is_running = True
        # Connect at once, while the first event waits for others, so that children of a fork have the modules loaded.
        with suppress(Exception):  # the first request tries again, and logs a failure
            self._sender.connect()
        try:
            while not self.is_patched and self._send_or_wait():
                pass
        except RuntimeError:  # raised by a lock that was only partly replaced
            if not self.is_patched:
                raise
        finally:
            if self.is_patched:
                self.report_patch()
            else:
                self._end()

    def _end(self) -> None:
        with self._sender.changed:
            self.alive.discard(threading.current_thread())
            self.is_running = bool(self.alive)
            if self._watcher == threading.get_ident():
                self._watcher = None
            connection = None if self.is_running else self._sender.detach()
        self._log.emit()
        if connection is not None:
            with suppress(Exception):
                connection.close()

    def _send_or_wait(self) -> bool:
        """Send a batch, or wait for one; return False to end the thread."""
        ident = threading.get_ident()
        with self._sender.changed:
            is_flushing = self.flushing > 0 or (self._is_ending and not len(self._store))
            now, live = self._sender.now(), self._policy.live
            step = self._policy.next(now, flush_now=is_flushing)
            if isinstance(step, Wait):
                until = step.seconds if live is None or self._is_ending else live.until(step.seconds, now)
                # The last thread to ask the policy becomes the watcher: the due times that others got may be outdated.
                self._watcher = ident
                is_idle = self._policy.is_idle
                self._sender.changed.notify_all()  # flush() may no longer have a reason to wait
            else:
                was_watcher = self._watcher == ident
                if was_watcher:
                    self._watcher = None
                wants_another = self._policy.wants_another
        if self._log.due:
            self._log.emit()
        if isinstance(step, Wait):
            return self._watch(until, is_idle=is_idle)
        self._hand_over(wants_another=wants_another, was_watcher=was_watcher)
        self._sending.add(threading.current_thread())
        try:
            self._sender.send(step)
        finally:
            self._sending.discard(threading.current_thread())
        return True

    def _hand_over(self, *, wants_another: bool, was_watcher: bool) -> None:
        """Let another thread send too, or at least watch the queue, while this one sends."""
        if wants_another or (was_watcher and self._idle):
            self.wake()
        elif self._watcher is None:
            self.is_asleep = True
            # Checked again, because a record that was put before the line above did not wake a thread.
            if len(self._store):
                self.wake()

    def _watch(self, until: float | None, *, is_idle: bool) -> bool:
        """Wait ``until`` seconds (None: no limit), or for a record if ``is_idle``. Return False to end the thread."""
        if until is None and self._is_ending:
            # The store is checked afterwards, because a record that was put before this line did not start a thread.
            self.is_running = False
            if not len(self._store):
                return False
            self.is_running = True
            return True
        # Another thread may become the watcher for an earlier due time; then this thread is soon not needed.
        longest = _IDLE_SECONDS if len(self.alive) > 1 else None
        look = self._store.look_interval if until is None else until
        seconds = min([one for one in (look, longest) if one is not None], default=None)
        self.is_asleep = is_idle
        # Checked again, because a record that was put before the line above did not wake a thread.
        if not is_idle or not (len(self._store) or (self._is_ending and until is None)):
            was_woken = self._wait(seconds)
            if self._watcher != threading.get_ident():
                return was_woken or seconds != longest
        self.is_asleep = False
        return True

    def _wait(self, seconds: float | None) -> bool:
        """Wait to be woken; return False if this takes longer than ``seconds``."""
        ident = threading.get_ident()
        self._idle.add(ident)
        try:
            self._wakeups.get(timeout=seconds)
        except queue.Empty:
            return False
        finally:
            self._idle.discard(ident)
        return True


def _simple_queue() -> "queue.SimpleQueue[None]":
    """Return a queue for wake-ups. With eventlet, whose locks are in Python, the queue in C would block all threads."""
    if type(_thread.allocate_lock) is BuiltinFunctionType:
        return queue.SimpleQueue()
    made: queue.SimpleQueue[None] = getattr(queue, "_PySimpleQueue", queue.SimpleQueue)()
    return made
