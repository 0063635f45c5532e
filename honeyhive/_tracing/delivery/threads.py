"""Delivery threads: one daemon thread while nothing waits, more while a backlog does, started when they are needed."""

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

# A thread that has nothing to send ends after this many seconds while another one watches the queue.
_IDLE_SECONDS: Final = 30.0
PATCHED: Final = (
    "the threads of Python were replaced after the first event was logged; call monkey_patch() of eventlet or gevent "
    "at the start of the program"
)


class DeliveryThreads:
    """Threads that ask the policy what to send.

    A thread that has to wait becomes the watcher, which waits for new records and for moments; the others wait to be
    woken. A thread that begins to send wakes or starts another one if that one has something to send as well.
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
        """Calls of flush() in progress: batches do not wait to be filled."""
        self._is_ending = False
        self._allocate_lock: object = _thread.allocate_lock
        # Unlike an Event, it may be put into by a signal handler that interrupts a put.
        self._wakeups: queue.SimpleQueue[None] = _simple_queue()
        self._starting = threading.Lock()
        # Sets, since adding to one and removing from it takes no lock.
        self.alive: set[threading.Thread] = set()
        self._idle: set[int] = set()
        self._sending: set[threading.Thread] = set()
        self._watcher: int | None = None

    @property
    def is_patched(self) -> bool:
        """True if eventlet or gevent replaced Python's locks since: the threads would wait for each other forever."""
        return _thread.allocate_lock is not self._allocate_lock

    def report_patch(self) -> None:
        """Log that nothing is delivered any more, and the reason."""
        self._log.warn("patched", f"nothing is delivered: {PATCHED}", level=logging.ERROR)
        self._log.emit()

    def wake(self) -> None:
        """Let a thread look again; start one if all are busy sending."""
        self.is_asleep = False
        self._wakeups.put(None)
        if self.is_running and not self._idle and len(self.alive) <= self._most:
            with suppressed(RuntimeError):  # the others have to do
                self._start_one()

    def start(self) -> bool:
        """Start the first thread unless it runs; return False if no thread can be started any more."""
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
            return  # another caller is doing it, or this one, interrupted by a signal handler
        try:
            thread = threading.Thread(target=self._run, name="honeyhive-tracing", daemon=True)
            self.alive.add(thread)
            self.is_running = True
            try:
                thread.start()
            except BaseException:  # too many threads, or a signal handler's; the thread adds itself if it runs
                self.alive.discard(thread)
                self.is_running = bool(self.alive)
                raise
        finally:
            self._starting.release()

    def stop_when_idle(self) -> None:
        """End the threads once nothing is pending. The next record starts one again."""
        self._is_ending = True
        for _ in range(max(len(self.alive), 1)):
            self._wakeups.put(None)
        self.is_asleep = False

    def join(self, seconds: float) -> None:
        """Wait for the threads that are not sending, at most this many seconds each.

        A thread that is frozen with a lock, when the interpreter finalizes, would keep all others out.
        """
        for thread in list(self.alive):
            if thread not in self._sending and thread is not threading.current_thread():
                thread.join(seconds)

    def _run(self) -> None:
        self.alive.add(threading.current_thread())
        self.is_running = True
        # At once, while the first event waits for others: a process that forks soon has loaded it for its children.
        with suppress(Exception):  # it will be tried again for the first request, and logged
            self._sender.connect()
        try:
            while not self.is_patched and self._send_or_wait():
                pass
        except RuntimeError:  # of a lock that was half replaced
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
                # Whoever looked last watches: what others wait for may be out of date.
                self._watcher = ident
                is_idle = self._policy.is_idle
                self._sender.changed.notify_all()  # it may have found that there is nothing to wait for
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
        """Let another thread send as well, or at least watch the queue, while this one sends."""
        if wants_another or (was_watcher and self._idle):
            self.wake()
        elif self._watcher is None:
            self.is_asleep = True
            # A record that was put before that line found a thread that watches.
            if len(self._store):
                self.wake()

    def _watch(self, until: float | None, *, is_idle: bool) -> bool:
        """Wait ``until`` seconds, or without end for None; return False to end the thread.

        A thread that ``is_idle`` also waits for the next record.
        """
        if until is None and self._is_ending:
            # A record that was put before this line found a thread running.
            self.is_running = False
            if not len(self._store):
                return False
            self.is_running = True
            return True
        # Another thread may take the watch over for an earlier moment; then this one is not needed for long.
        longest = _IDLE_SECONDS if len(self.alive) > 1 else None
        look = self._store.look_interval if until is None else until
        seconds = min([one for one in (look, longest) if one is not None], default=None)
        self.is_asleep = is_idle
        # A record that was put before that line found a thread awake.
        if not is_idle or not (len(self._store) or (self._is_ending and until is None)):
            was_woken = self._wait(seconds)
            if self._watcher != threading.get_ident():
                return was_woken or seconds != longest
        self.is_asleep = False
        return True

    def _wait(self, seconds: float | None) -> bool:
        """Wait to be woken; return False after this many seconds."""
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
    """Return a queue for wake-ups. The one in C would block all threads of eventlet, whose locks are in Python."""
    if type(_thread.allocate_lock) is BuiltinFunctionType:
        return queue.SimpleQueue()
    made: queue.SimpleQueue[None] = getattr(queue, "_PySimpleQueue", queue.SimpleQueue)()
    return made
