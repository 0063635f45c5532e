"""Worker: the delivery of one client, from the log call to flush, close, exit and fork."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Final, TypeAlias

from ..._core.errors import ConfigurationError
from ..._core.exchange import Clocks
from .. import process
from ..flushed import Flushed
from ..limits import DeliveryLimits
from ..rate_limited_log import RateLimitedLog
from .backlog import Backlog
from .counters import Counters, Reason, Stats
from .policy import DeliveryPolicy
from .queue import MemoryStore
from .records import Kind, Record, Store
from .sender import Connect, Sender
from .threads import PATCHED, DeliveryThreads

if TYPE_CHECKING:
    from .live_steps import LiveSteps
    from .undecided import UndecidedSessions

__all__ = ["Connect", "MakeStore", "Worker"]

# A running thread holds a lock for fewer seconds; a thread that holds a lock for longer is frozen.
_LONGEST_LOCK: Final = 1.0


MakeStore: TypeAlias = Callable[[Counters], Store]
"""Function that makes the store in which records wait. A forked child calls it again."""


class Worker:
    """Accepts records on any thread and delivers them on its own threads."""

    def __init__(
        self,
        connect: Connect,
        clocks: Clocks,
        log: RateLimitedLog,
        exit_timeout: float,
        limits: DeliveryLimits,
        make_store: MakeStore = MemoryStore,
        *,
        sessions_in_batches: bool = True,
        live: bool = False,
    ) -> None:
        self._connect, self._clocks, self._log, self._limits = connect, clocks, log, limits
        self._make_store, self._sessions_in_batches, self._is_live = make_store, sessions_in_batches, live
        self.suppress_instrumentation: Callable[[], AbstractContextManager[object]] = nullcontext
        """Context of each request. It keeps instrumented HTTP clients from tracing the delivery of traces."""
        self.exit_timeout = exit_timeout
        """Seconds that the exit of the process may wait for delivery."""
        self._begin(is_closed=False)
        process.watch(self)

    def _begin(self, *, is_closed: bool) -> None:
        self.counters: Counters = Counters()
        self._store = store = self._make_store(self.counters)
        store.is_closed = is_closed
        self.keeps_steps: bool = store.keeps_steps
        """True if the store writes a step to disk as soon as the step begins."""
        self.write_step: Callable[[Kind, str, str, bytes], None] = store.write_step
        """Keep a new step ("event"), or a new value of one of its fields ("change"), until the step ends."""
        self._backlog = Backlog(
            store, self.counters, self._log, self._limits, sessions_in_batches=self._sessions_in_batches
        )
        self.live: LiveSteps | None = self._live_steps() if self._is_live else None
        """Sends long steps before they end; None unless ``Options(live=True)``."""
        self._policy = DeliveryPolicy(self._backlog, self.live)
        self._sender = Sender(self._policy, self._connect, self._clocks, lambda: self.suppress_instrumentation())
        self._threads = DeliveryThreads(self._sender, store, self._log, self._limits.connections)
        self._is_ending = False
        # Ids of the threads that deliver records logged during the exit. A set, because changing a count is not atomic.
        self._late: set[int] = set()

    def begin_in_child(self) -> None:
        """Begin in a forked child, with a new queue and new locks, threads and connections."""
        parents = self._store
        self._begin(is_closed=parents.is_closed)
        parents.forget()

    undecided: "UndecidedSessions | None" = None
    """Sessions outside the sampled share that may still be kept; None if only the rate decides."""

    def _live_steps(self) -> "LiveSteps":
        from .live_steps import LiveSteps

        return LiveSteps(self._backlog, self._clocks.monotonic, self._watch_steps, self._is_decided)

    def _is_decided(self, session_id: str) -> bool:  # noqa: ARG002 - for a worker with undecided sessions
        """Return True if it is already decided that the session is sent."""
        return True

    def _watch_steps(self) -> None:
        """Make sure that a delivery thread runs and waits for the next step to send."""
        if self._threads.is_running:
            self._threads.wake()
        else:
            self._threads.start()

    # Logging.

    def recover(self) -> None:
        """Deliver the records of dead processes, even before anything is logged."""
        self._threads.start()

    def deliver(self, record: Record) -> None:
        """Accept the record. Never raises, and waits for the network only at the exit of the process."""
        if self._is_ending:
            self._deliver_late(record)
            return
        losses = self.counters.losses
        store, threads = self._store, self._threads
        try:
            store.put(record)
        except BaseException:  # raised by a signal handler; the record is accepted anyway
            if threads.is_running:
                threads.wake()
            raise
        try:
            if self.counters.losses != losses:
                self._warn_of_loss()
            # Read after the put: the thread that ends the process either sees the record, or has set this flag before.
            if self._is_ending:
                self._deliver_late(None)
                return
            if threads.is_asleep or len(store) == self._policy.enough:
                threads.wake()
            if not threads.is_running:
                threads.start()
        except RecursionError:  # the record is accepted anyway; the next call wakes a thread
            threads.is_asleep = True

    # A second name of the function, so that a client without sampling has no extra call for each record.
    log = deliver

    def drop(self, reason: Reason) -> None:
        """Count a record that is dropped before it gets into the store."""
        self._store.drop(reason)

    def _warn_of_loss(self) -> None:
        reason = "closed" if self._store.is_closed or self._is_ending else "queue_full"
        words = "the client is closed" if reason == "closed" else "the queue is full: the newest events are dropped"
        self._log.warn(reason, f"an event was dropped, {words}")
        self._log.emit()

    def _deliver_late(self, record: Record | None) -> None:
        """Deliver a record that is logged during the exit of the process, on the calling thread.

        If that is impossible, leave it to the spool, or count it as dropped. ``record`` is None if it is in the store.
        """
        try:
            if self._is_reachable():
                self._deliver_on_this_thread(record)
                return
            if record is not None:
                self.counters.drop("closed", record)
                self._warn_of_loss()
        except BaseException as error:  # raised by a signal handler, or at the recursion limit
            if record is not None and not record.number:
                self.counters.drop("closed", record)
            if not isinstance(error, RecursionError):
                raise

    def _deliver_on_this_thread(self, record: Record | None) -> None:
        ident = threading.get_ident()
        if ident in self._late:  # in a signal handler or a finalizer: the interrupted call delivers this record, too
            if record is not None:
                self._store.put(record)
            return
        try:
            with self._sender.changed:
                # Added before the put, so that another late thread does not drop the record.
                self._late.add(ident)
                # The breaker is not reset, so its pauses and a Retry-After still apply.
                self._backlog.is_abandoned = False
            if record is not None:
                losses = self.counters.losses
                self._store.put(record)
                if self.counters.losses != losses:
                    self._warn_of_loss()
            seconds = 0.0 if process.is_in_finalizer() else process.time_left(self.exit_timeout)
            if seconds > 0:
                self._sender.deliver_until(self._clocks.monotonic() + seconds, lambda: self.counters.admitted)
        finally:
            try:
                self._leave_late(ident)
            finally:
                self._late.discard(ident)  # a signal handler may have raised in that call

    def _leave_late(self, ident: int) -> None:
        """End the late delivery of a thread. The last such thread drops the records that no spool keeps."""
        with self._sender.changed:
            lost = self._give_up() if self._late == {ident} and not self._store.kept else 0
            self._late.discard(ident)
        self._report_abandoned(lost, kept=0)

    def _is_reachable(self) -> bool:
        """Return False if the finalizing interpreter froze a daemon thread that holds one of the locks."""
        if not self._store.is_reachable(_LONGEST_LOCK) or not self._sender.changed.acquire(timeout=_LONGEST_LOCK):
            return False
        self._sender.changed.release()
        return True

    # Flush, close, exit.

    def flush_now(self) -> None:
        """From now on, send waiting records without filling the batch."""
        with self._sender.changed:
            self._threads.flushing += 1
        self._threads.wake()

    def flush(self, timeout: float) -> Flushed:
        """Wait at most ``timeout`` seconds until all records logged before this call are delivered or dropped.

        Return early if no further attempt is due in that time. flush() makes one attempt of its own, even during a
        pause. Raises ConfigurationError if eventlet or gevent replaced Python's threads in the meantime.
        """
        if self._threads.is_patched:
            self._threads.report_patch()  # the delivery thread may never wake to report the patch
            raise ConfigurationError(PATCHED)
        self._store.admit_interrupted()
        number = self.counters.admitted
        deadline = self._clocks.monotonic() + timeout
        changed, policy = self._sender.changed, self._policy
        # A pause may also begin during the flush, when a request in flight fails.
        with changed:
            is_owed = timeout > 0 and not policy.hasten(self._sender.now())
            is_settled = self._backlog.is_settled(number)
        self.flush_now()
        try:
            if not is_settled and not self._threads.start():
                self._sender.deliver_until(deadline, lambda: number)
            with changed:
                while not self._backlog.is_settled(number):
                    if is_owed and policy.hasten(self._sender.now()):
                        is_owed = False
                        self._threads.wake()
                    left = deadline - self._clocks.monotonic()
                    if left <= 0 or not policy.may_settle(number, deadline):
                        break
                    changed.wait(left)
                self._look_into_store()
                return self.counters.flushed(self._backlog.unsettled(number), self._store.kept)
        finally:
            with changed:
                self._threads.flushing -= 1
            self._log.emit()

    def _look_into_store(self) -> None:
        """Find out whether there are records of dead processes, unless a delivery thread already has."""
        store = self._store
        while not (store.has_looked or store.left_behind):
            if store.recover(self._clocks.monotonic()):
                return

    def close(self, timeout: float) -> Flushed:
        """Flush, accept no more records, drop pending ones that the store cannot keep. A later call changes nothing."""
        self._is_ending = False
        was_closed, self._store.is_closed = self._store.is_closed, True
        self.flush(timeout)
        kept = self._abandon(is_logged=not was_closed)
        return self.counters.flushed(kept, kept)

    def end(self, timeout: float) -> None:
        """Flush at the exit of the process. Each later record is delivered by the thread that logs it."""
        if self._store.is_closed or self._is_ending or self._threads.is_patched:
            return
        deadline = self._clocks.monotonic() + timeout
        self.flush(timeout)
        while self.counters.stats().pending and self._clocks.monotonic() < deadline:
            # Other threads may have logged in the meantime.
            if not self.flush(deadline - self._clocks.monotonic()):
                break
        ident = threading.get_ident()
        with self._sender.changed:
            self._late.add(ident)
        try:
            self._is_ending = True
            # Deliver records that other threads logged a moment ago; returns at once if there are none.
            self._sender.deliver_until(deadline, lambda: self.counters.admitted)
        finally:
            self._abandon(is_logged=True)
        self._threads.join(_LONGEST_LOCK)

    def stop_when_idle(self) -> None:
        """End the threads once nothing is pending."""
        self._threads.stop_when_idle()

    def _abandon(self, *, is_logged: bool) -> int:
        """Drop the pending records that the store cannot keep; return the number of kept records."""
        ident = threading.get_ident()
        with self._sender.changed:
            self._late.add(ident)
            # If other threads still deliver late records, the last of them drops the rest. With a spool, the backlog is
            # abandoned at once, because its files have to be closed.
            is_left_to_others = self._is_ending and len(self._late) > 1 and not self.keeps_steps
            lost = 0 if is_left_to_others else self._give_up()
            self._late.discard(ident)
        kept = self._store.kept
        self._report_abandoned(lost, kept=kept if is_logged else 0)
        self.stop_when_idle()
        return kept

    def _give_up(self) -> int:
        """Drop the pending records that the store cannot keep; return the number of dropped records."""
        lost = self._backlog.abandon()
        while len(self._store):  # a finalizer on this thread has logged in the meantime
            lost += self._backlog.abandon()
        return lost

    def _report_abandoned(self, lost: int, *, kept: int) -> None:
        if lost:
            self._log.warn("unsent", f"{lost} events were not delivered before the client closed")
        if kept:
            self._log.warn("kept", f"{kept} events stay in the spool: the next start delivers them")
        self._log.emit()

    def stats(self) -> Stats:
        """Return the counters."""
        self._store.admit_interrupted()
        return self.counters.stats(self._store.pending_bytes, self._backlog.aside.records)

    @property
    def is_running(self) -> bool:
        """True while there is a delivery thread."""
        return self._threads.is_running
