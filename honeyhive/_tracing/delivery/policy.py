"""Decisions of delivery, without threads, clocks or I/O: what to send next, and what a reply means for it."""

import logging
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..._core.errors import APIConnectionError
from ..._core.messages import HttpResponse
from ..._core.retry import pause
from ..limits import DeliveryLimits
from ..rate_limited_log import Notices
from .batches import Batch
from .breaker import Breaker
from .concurrency import BatchSize, Concurrency
from .counters import Books, Reason
from .in_flight import InFlight
from .lanes import Lanes
from .moment import Now
from .pending import Pending
from .records import Store
from .replies import Failure, failure_of, failure_without_reply
from .returned import Returned
from .set_aside import SetAside

__all__ = ["Delivery", "Now", "Wait"]

_OUTAGE: Final = "outage"
_DENIED: Final = "denied"
# Failures in a row during which halving may still find an event that is refused.
_MOST_EARLY_FAILURES: Final = 10
# Failures in a row, suspects included, after which it may as well be an outage.
_MOST_IN_A_ROW: Final = 12


class Wait(NamedTuple):
    """Nothing to send for this many seconds; None: until something is logged."""

    seconds: float | None


class Delivery:
    """The records that left the queue: waiting in lanes, in flight, returned after a failure, or set aside.

    A batch that fails is sent again as it was. If it fails again it is halved, and the halves tell whether an event or
    the service is at fault. Everything here is called under one lock.
    """

    def __init__(
        self,
        store: Store,
        books: Books,
        notices: Notices,
        limits: DeliveryLimits,
        *,
        sessions_in_batches: bool = True,
    ) -> None:
        self._store = store
        self._books = books
        self._notices = notices
        self._limits = limits
        self.enough: int = limits.batch_events if limits.enough is None else limits.enough
        """Records that need not wait for more."""
        self.pending: Pending = Pending(store)
        self._lanes = Lanes(sessions_in_batches=sessions_in_batches)
        self._returned = Returned()
        self._aside = SetAside(limits)
        self._concurrency = Concurrency(limits)
        self._size = BatchSize(limits)
        self._breaker = Breaker(limits)
        self._in_flight = InFlight(limits, self._concurrency, self._breaker)
        self._gathering_since: float | None = None
        self.is_idle: bool = True
        """Whether the last ``next`` would have returned something else if a record had waited in the store."""

    # What to send.

    def next(self, now: Now, *, hurry: bool) -> Batch | Wait:
        """Return the batch to send now, or how long to wait; with ``hurry``, do not wait to fill a batch."""
        if self.pending.is_over:  # given up: what is logged now stays in the store for whoever delivers next
            self.is_idle = False
            return Wait(None)
        if not self._lanes.ready and not self._returned and not self._store.recover(now.monotonic):
            return Wait(0.0)
        self.is_idle = True
        if self.pending.is_empty and not len(self._store):
            self._gathering_since = None
            return Wait(None)
        self.is_idle = False
        if not self._in_flight.may_send(self._load(), now):
            return Wait(self._limits.stuck)
        if now.monotonic < self._breaker.not_before:
            return Wait(self._breaker.not_before - now.monotonic)
        lingers = self._fill(now, hurry=hurry)
        self.is_idle = not lingers
        batch = self._chosen(now)
        if batch is None:
            return self._wait(now, lingers)
        self._returned.remove(batch)
        self._in_flight.depart(batch, now, is_known=batch.is_suspect or batch in self._aside)
        return batch

    def wants_another(self, now: Now) -> bool:
        """Return True if another connection would have something to send at once."""
        if now.monotonic < self._breaker.not_before or not self._in_flight.may_send(self._load(), now):
            return False
        is_waiting = self._lanes.ready > 0 or len(self._store) >= self.enough
        return is_waiting or any(batch.due <= now.monotonic for batch in self._sendable())

    def _load(self) -> float:
        """Estimate how many requests wait."""
        return self._lanes.load(self._size.events) + len(self._store) / self._size.events + len(self._returned)

    def _fill(self, now: Now, *, hurry: bool) -> float | None:
        """Take records from the store into lanes; return how long the first of them waits for company."""
        waiting = len(self._store)
        if not waiting:
            self._gathering_since = None
            return None
        if self._gathering_since is None:
            self._gathering_since = now.monotonic
        left = self._gathering_since + self._limits.linger - now.monotonic
        if left > 0 and not hurry and waiting < self.enough and not self._lanes.ready:
            return left
        while self._lanes.ready < self._size.events and (records := self.pending.take(self._limits.window)):
            self._lanes.add(records)
        self._gathering_since = None
        return 0.0

    def _chosen(self, now: Now) -> Batch | None:
        if self._breaker.is_open:
            # While several requests fail, another one tells more than one of them.
            return self._fresh() or min(self._sendable(), key=lambda batch: (batch.failures, batch.place), default=None)
        due = [batch for batch in self._sendable() if batch.due <= now.monotonic]
        # One that failed is not tried again before another request was: that one tells more.
        urgent = next((batch for batch in due if self._is_urgent(batch)), None)
        return urgent or self._aside.next(now) or self._fresh() or next(iter(due), None)

    def _is_urgent(self, batch: Batch) -> bool:
        return not batch.failures or batch.is_suspect or batch.is_half or self._others_are_confirmed(batch)

    def _fresh(self) -> Batch | None:
        return self._lanes.next_batch(self._size.events, self._size.bytes)

    def _sendable(self) -> Iterator[Batch]:
        in_flight = [batch for batch in self._in_flight if batch not in self._aside]
        return self._returned.sendable(in_flight, in_order=self._breaker.is_open)

    def _wait(self, now: Now, lingers: float | None) -> Wait:
        if lingers == 0.0 and self.pending.is_empty:
            return Wait(0.0)  # all that was taken was too old or unreadable
        moments = [batch.due - now.monotonic for batch in self._sendable()]
        aside = self._aside.next_due()
        if aside is not None:
            moments.append(aside - now.monotonic)
        if lingers:
            moments.append(lingers)
        return Wait(max(0.0, min(moments)) if moments else None)

    # What became of it.

    def answered(self, batch: Batch, answer: HttpResponse, now: Now) -> None:
        """Act on a reply."""
        if not self._in_flight.land(batch):
            return
        self._books.requests += 1
        failure = failure_of(answer, batch.kind, now.unix)
        if failure is None:
            self._confirmed(batch, now)
        else:
            self._failed(batch, failure, now)

    def unanswered(self, batch: Batch, error: APIConnectionError, now: Now) -> None:
        """Act on a request without a complete reply."""
        if self._in_flight.land(batch):
            self._books.requests += 1
            self._failed(batch, failure_without_reply(error), now)

    def _confirmed(self, batch: Batch, now: Now) -> None:
        was_open = self._breaker.is_open
        self._books.delivered += len(batch.records)
        self._concurrency.confirmed(now.monotonic - batch.sent_at)
        if batch.kind == "event":
            self._size.confirmed(len(batch.records), self._concurrency.round_trip)
        self._settle(batch)
        self._breaker.succeeded(now)
        self._review(now, was_open=was_open)
        # While events keep coming, the next ones gather at once: none has to wake the thread for that.
        self._gathering_since = now.monotonic
        for cause in (_OUTAGE, _DENIED):
            self._notices.recovered(cause, "events are being delivered again")

    def _review(self, now: Now, *, was_open: bool) -> None:
        """Another request was confirmed: what failed is suspect if it was the only one, and innocent otherwise."""
        for batch in self._returned:
            if batch.is_suspect or not batch.failures:
                continue
            batch.due = max(batch.asked_until, min(batch.due, now.monotonic))
            if was_open:
                batch.failures = 0
            elif batch.failure is None:
                batch.is_suspect = True  # a half of the one that failed
            elif batch.failures > 1 or batch.failure.cause == "denied":
                self._returned.remove(batch)
                self._isolate(batch, batch.failure, now)

    def _failed(self, batch: Batch, failure: Failure, now: Now) -> None:
        batch.failure = failure
        if failure.retry_after:
            batch.asked_until = now.monotonic + failure.retry_after
        was_hastened, batch.is_hastened = batch.is_hastened, False
        batch.timeouts += failure.cause == "timeout"
        self._breaker.in_a_row += 1
        if failure.cause == "overloaded":
            self._concurrency.overloaded()
        if failure.cause == "refused":
            self._refused(batch, failure)
        elif batch in self._aside:
            # The try counts if other requests are confirmed while this one fails.
            counts = (self._others_are_confirmed(batch) or self._breaker.is_working(now)) and not was_hastened
            self._drop_all(self._aside.failed(batch, failure, now, counts=counts and not self._breaker.is_open))
            batch.confirmed_seen = self._breaker.confirmed
        elif self._is_too_large(batch, failure):
            self._make_smaller(batch)
        elif failure.cause == "unreachable":
            self._retry(batch, failure, now)
        else:
            self._retry_or_isolate(batch, failure, now)

    def _others_are_confirmed(self, batch: Batch) -> bool:
        """Return True if another request was confirmed since the last failure of this one."""
        return self._breaker.confirmed > batch.confirmed_seen

    def _retry(self, batch: Batch, failure: Failure, now: Now) -> None:
        batch.due = self._breaker.failed(batch.place, failure, now)
        self._returned.add(batch)
        self._warn(failure)

    def _retry_or_isolate(self, batch: Batch, failure: Failure, now: Now) -> None:
        batch.failures += 1
        batch.is_suspect = batch.is_suspect or self._is_suspicious(batch, failure, now)
        batch.confirmed_seen = self._breaker.confirmed
        if batch.is_suspect and not self._breaker.is_open and self._breaker.in_a_row < _MOST_IN_A_ROW:
            self._isolate(batch, failure, now)
        elif not self._splits(batch, failure):
            self._retry(batch, failure, now)
        else:
            self._split(batch, failure, now)

    def _split(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Halve a batch that may or may not be at fault."""
        until = self._breaker.failed(batch.place, failure, now)
        halves = batch.halves()
        self._replace(batch, halves)
        self._breaker.inherit(halves[0].place)
        if failure.cause == "denied" and batch.failures == 1 and not self._breaker.is_open:
            return  # the halves tell at once whether it is the key or an event
        for half in halves:
            half.due = until
        self._warn(failure)

    def _is_suspicious(self, batch: Batch, failure: Failure, now: Now) -> bool:
        """Return True if a batch fails while others are confirmed, and not only for a moment."""
        if failure.cause == "missing":
            return self._breaker.is_working(now)
        if failure.cause == "timeout" and self._breaker.confirmed > batch.confirmed_at_departure:
            return True  # others got through while it hung
        return batch.failures > 1 and self._others_are_confirmed(batch)

    def _splits(self, batch: Batch, failure: Failure) -> bool:
        """Return True if a batch is halved that may or may not be at fault.

        After the first failures this gets rare, so that a long outage does not fragment the backlog.
        """
        if batch.is_single:
            return False
        if self._breaker.failures < _MOST_EARLY_FAILURES:
            return batch.is_half or failure.cause == "denied" or batch.failures >= self._limits.failures_before_split
        times, rest = divmod(batch.failures, self._limits.failures_before_split)
        return rest == 0 and (times & (times - 1)) == 0

    def _isolate(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Halve a batch that fails while others are confirmed; set the event aside once it is alone."""
        self._size.failed()
        if batch.is_single:
            self._breaker.forget(batch.place)
            self._lanes.release(batch)
            event = f"event {batch.records[0].event_id} was set aside, as others are stored"
            self._notices.warn("set aside", f"{event}: {failure.words}; it is tried again later")
            self._drop_all(self._aside.add(batch, failure, now))
            return
        halves = batch.halves()
        waits = pause(0, now.random, failure.retry_after) if failure.cause == "overloaded" else failure.retry_after
        for half in halves:
            half.is_suspect = True
            half.due = now.monotonic + waits
        self._replace(batch, halves)

    def _refused(self, batch: Batch, failure: Failure) -> None:
        if batch.is_single:
            self._drop(batch, "refused", failure)
        else:
            self._size.failed()
            self._replace(batch, batch.halves())

    def _is_too_large(self, batch: Batch, failure: Failure) -> bool:
        """Return True if the body was too large and can be made smaller."""
        if failure.cause == "reset":
            # Some middleboxes reset large bodies. A single event is cut only when it fails again.
            if batch.sent_bytes <= self._limits.large_body or (batch.is_single and not batch.failures):
                return False
        elif failure.cause != "too_large":
            return False
        return not batch.is_single or batch.smaller(self._limits.smallest) is not None

    def _make_smaller(self, batch: Batch) -> None:
        if not batch.is_single:
            self._size.too_large(batch.sent_bytes)
            self._replace(batch, batch.halves())
            return
        smaller = batch.smaller(self._limits.smallest)
        if smaller is not None:
            self._notices.warn("cut", "an event was too large for the service and was cut")
            self._replace(batch, [smaller])

    def _replace(self, batch: Batch, others: list[Batch]) -> None:
        self._breaker.forget(batch.place)
        for other in others:
            self._lanes.hold(other)
            self._returned.add(other)
        self._lanes.release(batch)

    def _warn(self, failure: Failure) -> None:
        if failure.cause != "denied":
            self._notices.warn(_OUTAGE, f"events wait, {failure.words}")
            return
        question = f"the service answered {failure.status}: is the key right, and the base URL?"
        kept = f"Events are kept and tried once in {self._limits.probe_interval:.0f} s"
        self._notices.warn(_DENIED, f"{question} {kept}", level=logging.ERROR)

    def _drop_all(self, dropped: Iterator[tuple[Batch, Reason, Failure]]) -> None:
        for batch, reason, failure in dropped:
            self._drop(batch, reason, failure)

    def _drop(self, batch: Batch, reason: Reason, failure: Failure) -> None:
        self._books.give_up(reason, len(batch.records))
        event = f"event {batch.records[0].event_id} was given up"
        self._notices.warn(reason, f"{event}: {failure.words}", level=logging.ERROR)
        self._in_flight.land(batch)  # a reply that comes later is about nothing
        self._settle(batch)

    def _settle(self, batch: Batch) -> None:
        self._breaker.forget(batch.place)
        if batch in self._aside:
            self._aside.remove(batch)
        else:
            self._lanes.release(batch)
        self._lanes.forget(batch.records)
        self.pending.settle(batch.records)

    # What flush(), close() and the exit ask for.

    @property
    def set_aside(self) -> int:
        """Records that were set aside."""
        return 0 if self.pending.is_over else self._aside.records

    def hasten(self, now: Now) -> None:
        """Allow flush() an attempt of its own, though what failed would be tried later."""
        if self.pending.is_over or self._in_flight:
            return
        moment = self._breaker.hasten(now)
        batch = next(self._sendable(), None) or min(self._aside, key=lambda one: one.due, default=None)
        if batch is not None and batch.due > max(moment, batch.asked_until):
            batch.due = max(moment, batch.asked_until)
            batch.is_hastened = True  # flush() in a loop must not use up the tries of an event

    def may_settle(self, number: int, deadline: float) -> bool:
        """Return False if nothing of the first ``number`` records will be tried before the deadline."""
        if self._breaker.not_before > deadline and not self._in_flight:
            return False
        if not self._store.has_looked:
            return True
        late = [batch for batch in (*self._returned, *self._aside) if batch not in self._in_flight]
        if any(batch.due <= deadline for batch in late):
            return True
        ours: int = sum([record.number <= number for batch in late for record in batch.records])
        return self.pending.unsettled(number) > ours

    def abandon(self) -> int:
        """Give up all that is pending except what the store keeps; return how many records that were."""
        lost = self.pending.abandon()
        if lost:
            self._books.give_up("unsent", lost)
        self._in_flight.clear()
        self._returned.clear()
        return lost
