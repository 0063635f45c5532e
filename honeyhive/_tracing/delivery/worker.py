"""Delivery on daemon threads: one while nothing waits, more while a backlog does, started when they are needed."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from queue import Empty, SimpleQueue
from typing import Final, Protocol, TypeAlias

from ..._core.errors import APIConnectionError, APIResponseError, ConfigurationError
from ..._core.exchange import Clocks
from ..._core.messages import HttpResponse
from .. import process as ends
from ..limits import DeliveryLimits
from ..rate_limited_log import Notices
from .batches import Batch, Outgoing
from .counters import Books, Flushed, Reason, Stats
from .policy import Delivery, Now, Wait
from .queue import MemoryStore
from .records import Record, Store

# Seconds after which a thread ends that has nothing to send while another one watches the queue.
_IDLE_SECONDS: Final = 30.0
# Seconds that a lock is held at most by a thread that still runs.
_LONGEST_LOCK: Final = 1.0


class Connection(Protocol):
    """Connections to the service, used by several threads of one process."""

    def send(self, outgoing: Outgoing) -> HttpResponse:
        """Return the reply, of any status; an APIConnectionError if there was none."""
        ...

    def close(self) -> None:
        """Close the connections."""


Connect: TypeAlias = Callable[[], Connection]


class Worker:
    """Takes records from any thread and delivers them on threads of its own.

    Each thread asks the delivery what to send. One that has to wait becomes the watcher, which waits for new records
    and for moments; the others wait to be woken. A thread that begins to send wakes another one, or starts it, where
    that one would have something to send as well.
    """

    def __init__(
        self,
        connect: Connect,
        clocks: Clocks,
        notices: Notices,
        exit_timeout: float,
        limits: DeliveryLimits,
        make_store: Callable[[Books], Store] = MemoryStore,
        *,
        sessions_in_batches: bool = True,
    ) -> None:
        self._connect = connect
        self._clocks = clocks
        self._notices = notices
        self._limits = limits
        self._make_store = make_store
        self._sessions_in_batches = sessions_in_batches
        self.exit_timeout = exit_timeout
        self.quietly: Callable[[], AbstractContextManager[object]] = nullcontext
        """Around each request: what instruments httpx must not trace the delivery of traces."""
        self._begin(is_closed=False)
        ends.watch(self)

    def _begin(self, *, is_closed: bool) -> None:
        self.books: Books = Books()
        self._store = self._make_store(self.books)
        self._store.is_closed = is_closed
        self._delivery = self._new_delivery()
        # Guards the delivery; its lock may be taken again by a signal handler on the thread that has it.
        self._settled = threading.Condition()
        # Unlike an Event, it may be put into by a signal handler that interrupts a put.
        self._wakeups: SimpleQueue[None] = SimpleQueue()
        self._starting = threading.Lock()
        self._connecting = threading.Lock()
        self._is_running = self._is_asleep = self._is_retired = self._is_ending = False
        self._hurrying = self._late_callers = 0
        # Sets, since adding to one and removing from it takes no lock.
        self._threads: set[threading.Thread] = set()
        self._idle: set[int] = set()
        self._sending: set[threading.Thread] = set()
        self._watcher: int | None = None
        self._thread: threading.Thread | None = None
        self._connection: Connection | None = None

    def _new_delivery(self) -> Delivery:
        return Delivery(
            self._store, self.books, self._notices, self._limits, sessions_in_batches=self._sessions_in_batches
        )

    def forget_parent(self) -> None:
        """In a forked child: an own queue, own locks and, at the first event, own threads and connections."""
        parents = self._store
        self._begin(is_closed=parents.is_closed)
        parents.forget()

    def recover(self) -> None:
        """Deliver what dead processes left behind, before anything is logged."""
        self._start()

    def log(self, record: Record) -> None:
        """Accept the record; never waits for the network before the end of the process, never raises."""
        if self._is_ending:
            self._log_late(record)
            return
        losses = self.books.losses
        store = self._store
        store.put(record)
        if self._is_asleep or len(store) == self._delivery.enough:
            self.wake()
        if not self._is_running:
            self._start()
        if self.books.losses != losses:
            self._warn_of_loss()

    def turn_away(self, reason: Reason) -> None:
        """Count a record that is not offered."""
        self._store.turn_away(reason)

    def wake(self) -> None:
        """Let a thread look again; start one if all are busy sending."""
        self._is_asleep = False
        self._wakeups.put(None)
        if self._is_running and not self._idle:
            self._start_another()

    def hurry(self) -> None:
        """Send now what waits for company, from here on."""
        self._hurrying += 1
        self.wake()

    def flush(self, timeout: float) -> Flushed:
        """Wait until all that was logged before is settled, or ``timeout`` seconds, or as long as there is hope.

        It makes one attempt of its own, even if what failed would only be tried later.
        """
        number = self.books.admitted
        deadline = self._clocks.monotonic() + timeout
        if timeout > 0:
            with self._settled:
                self._delivery.hasten(self._now())
        self.hurry()
        try:
            with self._settled:
                is_settled = self._delivery.pending.is_settled(number)
            if not is_settled and not self._start():
                self._deliver_here(number, deadline)
            with self._settled:
                while not self._delivery.pending.is_settled(number):
                    left = deadline - self._clocks.monotonic()
                    if left <= 0 or not self._delivery.may_settle(number, deadline):
                        break
                    self._settled.wait(left)
                return self.books.flushed(self._delivery.pending.unsettled(number), self._store.kept)
        finally:
            self._hurrying -= 1
            self._notices.emit()

    def close(self, timeout: float) -> Flushed:
        """Flush, take no more, and count as dropped what the store cannot keep; again it changes nothing."""
        self._is_ending = False
        was_closed, self._store.is_closed = self._store.is_closed, True
        self.flush(timeout)
        kept = self._abandon(is_told=not was_closed)
        self.retire()
        return self.books.flushed(kept, kept)

    def end(self, timeout: float) -> None:
        """Flush at the exit of the process; what is logged later is delivered by the thread that logs it."""
        if self._store.is_closed or self._is_ending:
            return
        deadline = self._clocks.monotonic() + timeout
        self.flush(timeout)
        while self.books.stats().pending and self._clocks.monotonic() < deadline:
            # Other threads may have logged in the meantime.
            if not self.flush(deadline - self._clocks.monotonic()):
                break
        self._is_ending = True
        self._abandon(is_told=True)
        self.retire()
        # A thread that is frozen with a lock, when the interpreter finalizes, would keep everybody out.
        for thread in list(self._threads):
            if thread not in self._sending and thread is not threading.current_thread():
                thread.join(_LONGEST_LOCK / 10)

    def _abandon(self, *, is_told: bool) -> int:
        """Give up what is pending; return how much of it the store keeps."""
        with self._settled:
            lost = self._delivery.abandon()
        kept = self._store.kept
        if lost:
            self._notices.warn("unsent", f"{lost} events were not delivered before the client closed")
        if kept and is_told:
            self._notices.warn("kept", f"{kept} events stay in the spool: the next start delivers them")
        self._notices.emit()
        return kept

    def _log_late(self, record: Record) -> None:
        """Deliver on this thread what is logged while the process ends, else leave it to the spool, else count it."""
        if not self._is_reachable():
            self.books.turn_away("closed")
            self._warn_of_loss()
            return
        self._late_callers += 1
        seconds = 0.0 if self._late_callers > 1 or ends.is_in_finalizer() else ends.time_left(self.exit_timeout)
        with self._settled:
            if self._delivery.pending.is_over:
                self._store.reopen()
                self._delivery = self._new_delivery()
            self._store.put(record)
            number = self.books.admitted
        try:
            if seconds > 0:
                self._deliver_here(number, self._clocks.monotonic() + seconds)
        finally:
            self._late_callers -= 1
        if not self._late_callers and not self._store.kept:
            self._abandon(is_told=True)

    def _is_reachable(self) -> bool:
        """Return False if a daemon thread was frozen with one of the locks when the interpreter began to finalize."""
        if not self._store.is_reachable(_LONGEST_LOCK) or not self._settled.acquire(timeout=_LONGEST_LOCK):
            return False
        self._settled.release()
        return True

    def retire(self) -> None:
        """The threads end when nothing is pending; the next event starts one again."""
        self._is_retired = True
        for _ in range(max(len(self._threads), 1)):
            self._wakeups.put(None)
        self._is_asleep = False

    def stats(self) -> Stats:
        """Return the counters."""
        return self.books.stats(self._store.pending_bytes, self._delivery.set_aside)

    @property
    def is_running(self) -> bool:
        """Whether there is a thread."""
        return self._is_running

    def _start(self) -> bool:
        """Start the first thread unless it runs; False if none can be started any more."""
        if self._is_running or not self._starting.acquire(blocking=False):
            return True  # a signal handler may come by while it is being started
        try:
            ends.watch_child()
            self._is_running = True
            self._start_thread()
        except RuntimeError:  # the interpreter is shutting down, or there are too many threads
            self._is_running = False
            return False
        finally:
            self._starting.release()
        return True

    def _start_another(self) -> None:
        """Start one more thread, unless there are enough or another caller is doing it."""
        if len(self._threads) > self._limits.connections or not self._starting.acquire(blocking=False):
            return
        try:
            with suppress(RuntimeError):  # the others have to do
                self._start_thread()
        finally:
            self._starting.release()

    def _start_thread(self) -> None:
        thread = threading.Thread(target=self._run, name="honeyhive-tracing", daemon=True)
        self._threads.add(thread)
        try:
            thread.start()
        except RuntimeError:
            self._threads.discard(thread)
            raise
        self._thread = thread

    def _run(self) -> None:
        # At once, while the first event waits for company: a process that forks soon has loaded it for its children.
        with suppress(Exception):  # it will be tried again for the first request, and logged
            self._connected()
        try:
            while self._send_or_wait():
                pass
        finally:
            with self._settled:
                self._threads.discard(threading.current_thread())
                self._is_running = bool(self._threads)
                if self._watcher == threading.get_ident():
                    self._watcher = None
                left = None if self._is_running else self._connection
                self._connection = None if left else self._connection
            self._notices.emit()
            if left is not None:
                with suppress(Exception):
                    left.close()

    def _send_or_wait(self) -> bool:
        """Send a batch, or wait for one; False to end the thread."""
        ident = threading.get_ident()
        with self._settled:
            now = self._now()
            step = self._delivery.next(now, hurry=self._hurrying > 0 or self._is_done())
            if isinstance(step, Wait):
                # Whoever looked last watches: what others wait for may be out of date.
                self._watcher = ident
                is_idle = self._delivery.is_idle
                self._settled.notify_all()  # it may have found that there is nothing to wait for
            else:
                was_watcher = self._watcher == ident
                if was_watcher:
                    self._watcher = None
                is_short = self._delivery.wants_another(now)
        self._notices.emit()
        if not isinstance(step, Wait):
            self._hand_on(is_short=is_short, was_watcher=was_watcher)
            self._sending.add(threading.current_thread())
            try:
                self._send(step)
            finally:
                self._sending.discard(threading.current_thread())
            return True
        return self._watch(step, is_idle=is_idle)

    def _hand_on(self, *, is_short: bool, was_watcher: bool) -> None:
        """Before sending: let another thread send as well, or at least watch the queue."""
        if is_short or (was_watcher and self._idle):
            self.wake()
        elif self._watcher is None:
            self._is_asleep = True
            # Whoever logged before that line saw a thread that watches.
            if len(self._store):
                self.wake()

    def _idle_for(self, seconds: float | None) -> bool:
        """Wait to be woken; False if nobody did."""
        ident = threading.get_ident()
        self._idle.add(ident)
        try:
            self._wakeups.get(timeout=seconds)
        except Empty:
            return False
        finally:
            self._idle.discard(ident)
        return True

    def _watch(self, step: Wait, *, is_idle: bool) -> bool:
        """Wait for the moment of the step; if it ``is_idle``, for the next record as well. False to end the thread."""
        if step.seconds is None and self._is_retired:
            # Whoever logged before this line saw a thread running.
            self._is_running = False
            if not len(self._store):
                return False
            self._is_running = True
            return True
        # Another thread may take the watch over for an earlier moment; then this one is not needed for long.
        longest = _IDLE_SECONDS if len(self._threads) > 1 else None
        look = self._store.look_interval if step.seconds is None else step.seconds
        seconds = min([one for one in (look, longest) if one is not None], default=None)
        self._is_asleep = is_idle
        # Whoever logged before that line saw a thread awake.
        if not is_idle or not (len(self._store) or (self._is_retired and step.seconds is None)):
            was_woken = self._idle_for(seconds)
            if self._watcher != threading.get_ident():
                return was_woken or seconds != longest
        self._is_asleep = False
        return True

    def _is_done(self) -> bool:
        return self._is_retired and not len(self._store)

    def _send(self, batch: Batch, timeout: float | None = None) -> None:
        if self._delivery.pending.is_over:
            return  # the client was closed in the meantime
        try:
            with self.quietly():
                outgoing = batch.outgoing(batch.timeout if timeout is None else min(timeout, batch.timeout))
                answer = self._connected().send(outgoing)
        except APIConnectionError as error:
            self._fail(batch, error)
        except Exception as error:  # a closed http_client, or a reply that is too long: the log says why
            words = f"{type(error).__name__}: {error}"
            was_sent = not isinstance(error, ConfigurationError)
            failure = APIConnectionError(words, request="tracing", request_sent=was_sent)
            failure._has_reply = isinstance(error, APIResponseError)
            self._fail(batch, failure)
        except BaseException as error:  # an interrupt on the thread that delivers: the batch is tried again
            self._fail(batch, APIConnectionError(type(error).__name__, request="tracing", request_sent=True))
            raise
        else:
            with self._settled:
                self._delivery.answered(batch, answer, self._now())
                self._settled.notify_all()

    def _connected(self) -> Connection:
        if self._connection is None:
            with self._connecting:
                if self._connection is None:
                    self._connection = self._connect()
        return self._connection

    def _fail(self, batch: Batch, error: APIConnectionError) -> None:
        with self._settled:
            self._delivery.unanswered(batch, error, self._now())
            self._settled.notify_all()

    def _deliver_here(self, number: int, deadline: float) -> None:
        """Deliver on the calling thread, where no other can be started any more."""
        while True:
            with self._settled:
                now = self._now()
                left = deadline - now.monotonic
                if self._delivery.pending.is_settled(number) or left <= 0:
                    return
                step = self._delivery.next(now, hurry=True)
                if isinstance(step, Wait):
                    if step.seconds != 0 and not self._delivery.may_settle(number, deadline):
                        return
                    self._settled.wait(left if step.seconds is None else min(step.seconds, left))
                    continue
            self._send(step, left)

    def _warn_of_loss(self) -> None:
        reason = "closed" if self._store.is_closed or self._is_ending else "queue_full"
        words = "the client is closed" if reason == "closed" else "the queue is full: the newest are dropped"
        self._notices.warn(reason, f"an event was dropped, {words}")
        self._notices.emit()

    def _now(self) -> Now:
        return Now(self._clocks.monotonic(), self._clocks.unix(), self._clocks.random())
