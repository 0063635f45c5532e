"""The one daemon thread that delivers: started by the first event, and again if it died."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from queue import Empty, SimpleQueue
from typing import Protocol, TypeAlias

from ..core.exchange import Clocks
from ..core.wire import Answer
from ..errors import APIConnectionError
from . import exit as ends
from .accounting import Books, Flushed, Reason, Stats
from .batches import Outgoing, Unit
from .delivery import Delivery, Now, Wait
from .limits import DeliveryLimits
from .loading import loading
from .notices import Notices
from .queue import MemoryStore
from .records import Record, Store


class Connection(Protocol):
    """What the worker sends over; it belongs to one thread of one process."""

    def send(self, outgoing: Outgoing) -> Answer:
        """The answer, whatever its status; an APIConnectionError if there was none."""
        ...

    def close(self) -> None:
        """Let go of the network."""


Connect: TypeAlias = Callable[[], Connection]


class Worker:
    """Takes records from any thread and delivers them on its own."""

    def __init__(
        self,
        connect: Connect,
        clocks: Clocks,
        notices: Notices,
        exit_timeout: float,
        limits: DeliveryLimits,
        make_store: Callable[[Books], Store] = MemoryStore,
    ) -> None:
        self._connect = connect
        self._clocks = clocks
        self._notices = notices
        self._limits = limits
        self._make_store = make_store
        self.exit_timeout = exit_timeout
        self.quietly: Callable[[], AbstractContextManager[object]] = nullcontext
        """Around each request: what instruments httpx must not trace the delivery of traces."""
        self._begin(is_closed=False)
        ends.watch(self)

    def _begin(self, *, is_closed: bool) -> None:
        self.books = Books()
        self._store = self._make_store(self.books)
        self._store.is_closed = is_closed
        self._delivery = Delivery(self._store, self.books, self._notices, self._limits)
        # Guards the delivery; its lock may be taken again by a signal handler on the thread that has it.
        self._settled = threading.Condition()
        # Unlike an Event, it may be put into by a signal handler that interrupts a put.
        self._wakeups: SimpleQueue[None] = SimpleQueue()
        self._starting = threading.Lock()
        self._is_running = self._is_asleep = self._is_retired = False
        self._hurrying = 0
        self._thread: threading.Thread | None = None
        self._connection: Connection | None = None

    def forget_parent(self) -> None:
        """In a forked child: an own queue, own locks and, at the first event, an own thread and connection."""
        parents = self._store
        self._begin(is_closed=parents.is_closed)
        parents.forget()

    def recover(self) -> None:
        """Deliver what dead processes left behind, before anything is logged."""
        self._start()

    def log(self, record: Record) -> None:
        """Accept the record; never waits for the network, never raises."""
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
        """Let the thread look again."""
        self._is_asleep = False
        self._wakeups.put(None)

    def hurry(self) -> None:
        """Send now what waits for company, from here on."""
        self._hurrying += 1
        self.wake()

    def flush(self, timeout: float) -> Flushed:
        """Wait until all that was logged before is settled, or ``timeout`` seconds, or as long as there is hope."""
        number = self.books.admitted
        deadline = self._clocks.monotonic() + timeout
        self.hurry()
        try:
            if not self._delivery.is_settled(number) and not self._start():
                self._deliver_here(number, deadline)
            with self._settled:
                while not self._delivery.is_settled(number):
                    left = deadline - self._clocks.monotonic()
                    if left <= 0 or self._delivery.not_before > deadline:
                        break
                    self._settled.wait(left)
                return self.books.flushed(self._delivery.unsettled(number), self._store.kept)
        finally:
            self._hurrying -= 1
            self._notices.emit()

    def close(self, timeout: float) -> Flushed:
        """Flush, take no more, and count as dropped what the store cannot keep; again it changes nothing."""
        was_closed, self._store.is_closed = self._store.is_closed, True
        self.flush(timeout)
        with self._settled:
            lost = self._delivery.abandon()
        kept = self._store.kept
        if lost:
            self._notices.warn("unsent", f"{lost} events were not delivered before the client closed")
        if kept and not was_closed:
            self._notices.warn("kept", f"{kept} events stay in the spool: the next start delivers them")
        self._notices.emit()
        self.retire()
        return self.books.flushed(kept, kept)

    def retire(self) -> None:
        """The thread ends when nothing is pending; the next event starts it again."""
        self._is_retired = True
        self.wake()

    def stats(self) -> Stats:
        """The books."""
        return self.books.stats(self._store.pending_bytes)

    @property
    def is_running(self) -> bool:
        """Whether there is a thread."""
        return self._is_running

    def _start(self) -> bool:
        """Start the thread unless it runs; False if none can be started any more."""
        if self._is_running or not self._starting.acquire(blocking=False):
            return True  # a signal handler may come by while it is being started
        try:
            ends.watch_child()
            self._is_running = True
            self._thread = threading.Thread(target=self._run, name="honeyhive-tracing", daemon=True)
            self._thread.start()
        except RuntimeError:  # the interpreter is shutting down, or there are too many threads
            self._is_running = False
            return False
        finally:
            self._starting.release()
        return True

    def _run(self) -> None:
        wakeups = self._wakeups
        # At once, while the first event waits for company: a process that forks soon has loaded it for its children.
        with suppress(Exception):  # it will be tried again for the first request, and logged
            self._connected()
        try:
            while True:
                with self._settled:
                    step = self._delivery.next(self._now(), hurry=self._hurrying > 0 or self._is_done())
                    if isinstance(step, Wait):  # it may have found that there is nothing to wait for
                        self._settled.notify_all()
                self._notices.emit()
                if isinstance(step, Unit):
                    self._send(step, self._limits.request_timeout)
                elif step.seconds is not None:
                    with suppress(Empty):
                        wakeups.get(timeout=step.seconds)
                elif self._is_retired:
                    self._is_running = False
                    # Whoever logged before that line saw a thread running.
                    if not len(self._store):
                        return
                    self._is_running = True
                else:
                    self._is_asleep = True
                    # Whoever logged before that line saw a thread awake.
                    if not len(self._store) and not self._is_retired:
                        with suppress(Empty):
                            wakeups.get(timeout=self._store.look_interval)
                    self._is_asleep = False
        finally:
            self._is_running = False
            self._notices.emit()
            self._disconnect()

    def _is_done(self) -> bool:
        return self._is_retired and not len(self._store)

    def _send(self, unit: Unit, timeout: float) -> None:
        try:
            with self.quietly():
                answer = self._connected().send(unit.outgoing(timeout))
        except APIConnectionError as error:
            self._fail(unit, error)
        except Exception as error:  # a closed http_client, say: the events wait, and the log says why
            self._fail(unit, APIConnectionError(f"{type(error).__name__}: {error}", request="tracing"))
        else:
            with self._settled:
                self._delivery.answered(unit, answer, self._now())
                self._settled.notify_all()

    def _connected(self) -> Connection:
        if self._connection is None:
            with loading:
                self._connection = self._connect()
        return self._connection

    def _fail(self, unit: Unit, error: APIConnectionError) -> None:
        with self._settled:
            self._delivery.unanswered(unit, error, self._now())
            self._settled.notify_all()

    def _deliver_here(self, number: int, deadline: float) -> None:
        """Deliver on the calling thread, where no other can be started any more."""
        while not self._delivery.is_settled(number):
            now = self._now()
            step = self._delivery.next(now, hurry=True)
            if now.monotonic >= deadline or (isinstance(step, Wait) and step.seconds != 0):
                return
            if isinstance(step, Unit):
                self._send(step, deadline - now.monotonic)

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):
                connection.close()

    def _warn_of_loss(self) -> None:
        reason = "closed" if self._store.is_closed else "queue_full"
        words = "the client is closed" if reason == "closed" else "the queue is full: the newest are dropped"
        self._notices.warn(reason, f"an event was dropped, {words}")
        self._notices.emit()

    def _now(self) -> Now:
        return Now(self._clocks.monotonic(), self._clocks.unix(), self._clocks.random())
