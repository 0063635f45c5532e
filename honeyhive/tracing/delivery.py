"""Decisions of delivery, without threads, clocks or I/O: what to send next, and what a reply means for it."""

import logging
from bisect import insort
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..core.retry import pause
from ..core.wire import Answer
from ..errors import APIConnectionError
from .accounting import Books, Reason
from .batches import Batch
from .breaker import Breaker
from .concurrency import BatchSize, Concurrency
from .lanes import Lanes
from .limits import DeliveryLimits
from .moment import Now
from .notices import Notices
from .records import Record, Store
from .replies import Failure, failure_of, failure_without_reply
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
    """The records that left the queue: waiting in lanes, in flight, failed and to be sent again, or set aside.

    Everything here is called under one lock.
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
        self.enough = limits.batch_events if limits.enough is None else limits.enough
        """Records that need not wait for more."""
        self._lanes = Lanes(sessions_in_batches=sessions_in_batches)
        self._concurrency = Concurrency(limits)
        self._size = BatchSize(limits)
        self._breaker = Breaker(limits)
        self._aside = SetAside(limits)
        self._in_flight: dict[Batch, None] = {}
        # Batches that failed, or halves of them, in the order of sending.
        self._returned: list[Batch] = []
        # Everything that was taken from the store and is not settled.
        self._held: dict[Record, None] = {}
        self._held_bytes = 0
        self._gathering_since: float | None = None
        self.is_over = False
        """Whether what was pending has been given up."""

    # What to send.

    def next(self, now: Now, *, hurry: bool) -> Batch | Wait:
        """Return the batch to send now, or how long to wait; with ``hurry`` the first event waits for no company."""
        if not self._lanes.ready and not self._returned and not self._store.recover(now.monotonic):
            return Wait(0.0)
        if not self._may_send(now):
            return Wait(self._limits.stuck)
        if now.monotonic < self._breaker.not_before:
            return Wait(self._breaker.not_before - now.monotonic)
        lingers = self._fill(now, hurry=hurry)
        batch = self._chosen(now)
        if batch is not None:
            self._depart(batch, now)
            return batch
        return self._wait(now, lingers)

    def wants_another(self, now: Now) -> bool:
        """Return True if another connection would have something to send at once."""
        if not self._may_send(now) or now.monotonic < self._breaker.not_before:
            return False
        return self._lanes.ready > 0 or len(self._store) >= self.enough or self._due_return(now) is not None

    def _may_send(self, now: Now) -> bool:
        """Return True if the number and the size of the requests in flight allow another one."""
        count = len(self._in_flight)
        if not count:
            return True
        if count >= self._limits.connections or self._bytes_in_flight() >= self._limits.in_flight_bytes:
            return False
        stuck = [batch for batch in self._in_flight if now.monotonic - batch.sent_at >= self._limits.stuck]
        # One that hangs while later ones are confirmed is at fault itself.
        counted = count - sum([batch.confirmed_at_departure < self._breaker.confirmed for batch in stuck])
        load = self._lanes.load(self._size.events) + len(self._store) / self._size.events + len(self._returned)
        allowed = self._concurrency.allowed(counted + load)
        return counted < allowed or (counted == len(stuck) and counted <= allowed)

    def _bytes_in_flight(self) -> int:
        return sum([batch.size for batch in self._in_flight])

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
        while self._lanes.ready < self._size.events and self._held_bytes < self._store.window_bytes:
            records = self._store.take(self._limits.window)
            if not records:
                break
            self._held.update(dict.fromkeys(records))
            self._held_bytes += sum([record.size for record in records])
            self._lanes.add(records)
        self._gathering_since = None
        return 0.0

    def _chosen(self, now: Now) -> Batch | None:
        if self._breaker.is_open:
            # While several requests fail, another one tells more than one of them.
            return self._fresh() or min(self._sendable(), key=lambda batch: (batch.failures, batch.place), default=None)
        return self._due_return(now) or self._aside.next(now) or self._fresh()

    def _fresh(self) -> Batch | None:
        return self._lanes.next_batch(self._size.events, self._size.bytes)

    def _due_return(self, now: Now) -> Batch | None:
        return next((batch for batch in self._sendable() if batch.due <= now.monotonic), None)

    def _sendable(self) -> Iterator[Batch]:
        """Failed batches whose sessions have nothing before them."""
        if not self._returned:
            return
        blocked: set[str] = set()
        for batch in self._in_flight:
            if batch not in self._aside:
                blocked |= batch.lanes
        for batch in self._returned:
            if blocked.isdisjoint(batch.lanes):
                yield batch
            # Of two halves the second tells whether the first is at fault. In an outage they keep their order.
            if self._breaker.is_open or not batch.failures or not batch.is_half:
                blocked |= batch.lanes

    def _depart(self, batch: Batch, now: Now) -> None:
        if batch in self._returned:
            self._returned.remove(batch)
        if batch.confirmed_seen < 0:
            batch.confirmed_seen = self._breaker.confirmed
        batch.confirmed_at_departure = self._breaker.confirmed
        batch.sent_at = now.monotonic
        batch.timeout = self._timeout(batch)
        self._in_flight[batch] = None
        self._breaker.sent(now)

    def _timeout(self, batch: Batch) -> float:
        """Return the seconds for a request: few for a suspect, more with each timeout, as a service may be slow."""
        whole = self._limits.request_timeout
        if batch.is_suspect or batch in self._aside:
            return max(whole / 4, min(whole, 10 * self._concurrency.round_trip))
        half = whole / 2 * (1 + batch.timeouts)
        return min(half if batch.is_half else max(whole, whole * batch.timeouts), 3 * whole)

    def _wait(self, now: Now, lingers: float | None) -> Wait:
        if lingers == 0.0 and not self._held:
            return Wait(0.0)  # all that was taken was too old or unreadable
        moments = [batch.due - now.monotonic for batch in self._sendable()]
        aside = self._aside.next_due()
        if aside is not None:
            moments.append(aside - now.monotonic)
        if lingers:
            moments.append(lingers)
        return Wait(max(0.0, min(moments)) if moments else None)

    # What became of it.

    def answered(self, batch: Batch, answer: Answer, now: Now) -> None:
        """Act on a reply."""
        if not self._returns(batch):
            return
        failure = failure_of(answer, batch.kind, now.unix)
        if failure is None:
            self._confirmed(batch, now)
        else:
            self._failed(batch, failure, now)

    def unanswered(self, batch: Batch, error: APIConnectionError, now: Now) -> None:
        """Act on a request without a complete reply."""
        if self._returns(batch):
            self._failed(batch, failure_without_reply(error), now)

    def _returns(self, batch: Batch) -> bool:
        """Return False for a batch that was given up in the meantime."""
        if batch not in self._in_flight:
            return False
        del self._in_flight[batch]
        self._books.requests += 1
        return True

    def _confirmed(self, batch: Batch, now: Now) -> None:
        was_open = self._breaker.is_open
        self._books.delivered += len(batch.records)
        self._concurrency.confirmed(now.monotonic - batch.sent_at)
        if batch.kind == "event":
            self._size.confirmed(len(batch.records))
        self._settle(batch)
        self._breaker.succeeded(now)
        self._review(now, was_open=was_open)
        # While events keep coming, the next ones gather at once: none has to wake the thread for that.
        self._gathering_since = now.monotonic
        for cause in (_OUTAGE, _DENIED):
            self._notices.recovered(cause, "events are being delivered again")

    def _review(self, now: Now, *, was_open: bool) -> None:
        """Another request was confirmed: what failed is suspect if it was the only one, and innocent otherwise."""
        for batch in list(self._returned):
            if batch.is_suspect or not batch.failures:
                continue
            batch.due = min(batch.due, now.monotonic)
            if was_open:
                batch.failures = 0
            elif batch.failure is None:
                batch.is_suspect = True  # a half of the one that failed
            elif batch.failures > 1 or batch.failure.cause == "denied":
                self._returned.remove(batch)
                self._isolate(batch, batch.failure, now)

    def _failed(self, batch: Batch, failure: Failure, now: Now) -> None:
        batch.failure = failure
        self._breaker.in_a_row += 1
        batch.timeouts += failure.cause == "timeout"
        if failure.cause == "overloaded":
            self._concurrency.overloaded()
        if failure.cause == "refused":
            self._refused(batch, failure, now)
        elif self._is_too_large(batch, failure):
            self._made_smaller(batch)
        elif batch in self._aside:
            counts = self._is_alone_in_failing(batch, now)
            self._drop_all(self._aside.failed(batch, failure, now, counts=counts))
            batch.confirmed_seen = self._breaker.confirmed
        elif failure.cause == "unreachable":
            batch.due = self._breaker.failed(batch.place, failure, now)
            self._return(batch)
            self._warn(failure)
        else:
            self._suspect_or_retry(batch, failure, now)

    def _is_alone_in_failing(self, batch: Batch, now: Now) -> bool:
        """Return True if other requests are confirmed while this one fails."""
        others = self._breaker.confirmed > batch.confirmed_seen or self._breaker.is_working(now)
        return others and not self._breaker.is_open

    def _suspect_or_retry(self, batch: Batch, failure: Failure, now: Now) -> None:
        batch.failures += 1
        if batch.failures > 1 and self._breaker.confirmed > batch.confirmed_seen:
            batch.is_suspect = True
        elif failure.cause == "missing" and self._breaker.is_working(now):
            batch.is_suspect = True
        elif failure.cause == "timeout" and self._breaker.confirmed > batch.confirmed_at_departure:
            batch.is_suspect = True  # others got through while it hung
        batch.confirmed_seen = self._breaker.confirmed
        if batch.is_suspect and not self._breaker.is_open and self._breaker.in_a_row < _MOST_IN_A_ROW:
            self._isolate(batch, failure, now)
            return
        until = self._breaker.failed(batch.place, failure, now)
        if not self._splits(batch, failure):
            batch.due = until
            self._return(batch)
        elif failure.cause == "denied" and batch.failures == 1:
            self._replace(batch, batch.halves())  # they tell at once whether it is the key or an event
            return
        else:
            halves = batch.halves()
            self._replace(batch, halves)
            self._breaker.inherit(halves[0].place)
            for half in halves:
                half.due = until
        self._warn(failure)

    def _splits(self, batch: Batch, failure: Failure) -> bool:
        """Return True if a batch that may or may not be at fault is halved.

        A long outage shatters no batches: after the first failures this gets rare.
        """
        if batch.is_single:
            return False
        if self._breaker.failures < _MOST_EARLY_FAILURES:
            most = {"denied": 1, "timeout": 2}.get(failure.cause, self._limits.failures_before_split)
            return batch.is_half or batch.failures >= most
        times, rest = divmod(batch.failures, self._limits.failures_before_split)
        return rest == 0 and (times & (times - 1)) == 0

    def _isolate(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Halve a batch that fails while others are confirmed; set the event aside once it is alone."""
        self._size.failed()
        if batch.is_single:
            self._breaker.forget(batch.place)
            self._lanes.release(batch)
            self._notices.warn(
                "set aside",
                f"event {batch.records[0].event_id} was set aside, as others are stored: {failure.words}; it is tried "
                "again later",
            )
            self._drop_all(self._aside.add(batch, failure, now))
            return
        halves = batch.halves()
        waits = pause(0, now.random, failure.retry_after) if failure.cause == "overloaded" else 0.0
        for half in halves:
            half.is_suspect = True
            half.due = now.monotonic + waits
        self._replace(batch, halves)

    def _refused(self, batch: Batch, failure: Failure, now: Now) -> None:
        if batch.is_single:
            self._drop(batch, "refused", failure)
        else:
            self._size.failed()
            self._replace(batch, batch.halves())

    def _is_too_large(self, batch: Batch, failure: Failure) -> bool:
        if batch in self._aside:
            return False
        if failure.cause == "too_large":
            return not batch.is_single or batch.smaller(self._limits.smallest) is not None
        if failure.cause != "reset" or batch.sent_bytes <= self._limits.large_body:
            return False
        return not batch.is_single or (batch.failures > 0 and batch.smaller(self._limits.smallest) is not None)

    def _made_smaller(self, batch: Batch) -> None:
        """Put two batches or a shorter event in the place of one whose body is too large."""
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
            self._return(other)
        self._lanes.release(batch)

    def _return(self, batch: Batch) -> None:
        insort(self._returned, batch, key=lambda one: one.place)

    def _warn(self, failure: Failure) -> None:
        if failure.cause != "denied":
            self._notices.warn(_OUTAGE, f"events wait, {failure.words}")
            return
        self._notices.warn(
            _DENIED,
            f"the service answered {failure.status}: is the key right, and the base URL? Events are kept and tried "
            f"once in {self._limits.probe_interval:.0f} s",
            level=logging.ERROR,
        )

    # What is settled.

    def _drop_all(self, dropped: Iterator[tuple[Batch, Reason, Failure]]) -> None:
        for batch, reason, failure in dropped:
            self._drop(batch, reason, failure)

    def _drop(self, batch: Batch, reason: Reason, failure: Failure) -> None:
        self._books.give_up(reason, len(batch.records))
        self._notices.warn(
            reason, f"event {batch.records[0].event_id} was given up: {failure.words}", level=logging.ERROR
        )
        self._settle(batch)

    def _settle(self, batch: Batch) -> None:
        for record in batch.records:
            if self._held.pop(record, self) is None:
                self._held_bytes -= record.size
        self._breaker.forget(batch.place)
        if batch in self._aside:
            self._aside.remove(batch)
        else:
            self._lanes.release(batch)
        self._lanes.forget(batch.records)
        self._store.settle(batch.records)

    def is_settled(self, number: int) -> bool:
        """Return True if the first ``number`` records, and what dead processes left, are delivered or given up."""
        if self.is_over:
            return True
        is_taken = self._store.has_looked and not self._store.left_behind and self._store.last_taken >= number
        return is_taken and not any(record.number <= number for record in self._held)

    def unsettled(self, number: int) -> int:
        """Return how many of these are neither delivered nor given up."""
        if self.is_over:
            return self._store.kept
        waiting = max(number - self._store.last_taken, 0) + self._store.left_behind
        return waiting + sum([record.number <= number for record in self._held])

    @property
    def set_aside(self) -> int:
        """Records that were set aside."""
        return 0 if self.is_over else self._aside.records

    def hasten(self, now: Now) -> None:
        """Allow flush() an attempt of its own, though what failed would be tried later."""
        if self.is_over or self._in_flight:
            return
        moment = self._breaker.hasten(now)
        batch = next(self._sendable(), None) or min(self._aside, key=lambda one: one.due, default=None)
        if batch is not None:
            batch.due = min(batch.due, moment)

    def may_settle(self, number: int, deadline: float) -> bool:
        """Return False if nothing of the first ``number`` records will be tried before the deadline."""
        if self._breaker.not_before > deadline and not self._in_flight:
            return False
        late = [batch for batch in (*self._returned, *self._aside) if batch not in self._in_flight]
        if any(batch.due <= deadline for batch in late):
            return True
        ours = sum([record.number <= number for batch in late for record in batch.records])
        return self.unsettled(number) > ours

    def abandon(self) -> int:
        """Give up all that is pending except what the store keeps; return how many records that were."""
        lost = self._store.leave(list(self._held))
        if lost:
            self._books.give_up("unsent", lost)
        self._held.clear()
        self._in_flight.clear()
        self._returned.clear()
        self.is_over = True
        return lost
