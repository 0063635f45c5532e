"""Delivery policy, without threads, clocks or I/O: which batch to send next, and whether flush() has to wait for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from ..._core.errors import APIConnectionError
from ..._core.messages import HttpResponse
from .backlog import Backlog
from .batches import Batch
from .breaker import Now
from .failure_policy import DENIED, OUTAGE, FailurePolicy
from .replies import failure_of

if TYPE_CHECKING:
    from .live_steps import LiveSteps

# After this many failures in a row, a new batch is sent before another half of a failed batch: the success of the new
# batch would show that the service works.
_MOST_URGENT_IN_A_ROW: Final = 3


class Wait(NamedTuple):
    """No batch can be sent for ``seconds``; None if the wait has no limit and ends with a new record or a reply."""

    seconds: float | None


class DeliveryPolicy:
    """Chooses the next batch, and acts on each reply. All methods are called under one lock."""

    def __init__(self, backlog: Backlog, live: "LiveSteps | None" = None) -> None:
        self.backlog = backlog
        self.live = live
        self._store, self._limits = backlog.store, backlog.limits
        self._breaker, self._in_flight = backlog.breaker, backlog.in_flight
        self._failures = FailurePolicy(backlog)
        self.enough: int = self._limits.batch_events if self._limits.enough is None else self._limits.enough
        """Minimum number of waiting records with which a batch is sent at once."""
        self._gathering_since: float | None = None
        self.is_idle: bool = True
        """True if one more record in the store may be enough for ``next`` to return a batch."""
        self.wants_another: bool = False
        """True if, after the last call of ``next``, another connection could send a batch at once."""

    # Sending.

    def next(self, now: Now, *, flush_now: bool) -> Batch | Wait:
        """Return the batch to send now, or the time to wait. With ``flush_now``, do not wait to fill a batch."""
        backlog = self.backlog
        self.wants_another = False
        if backlog.is_abandoned:  # new records stay in the store until delivery starts again
            self.is_idle = False
            return Wait(None)
        first_versions = None if self.live is None else self.live.next(now)
        if first_versions is not None:
            self.wants_another = self._has_more(now)
            return first_versions
        is_looking = not backlog.lanes.ready and not backlog.retries.batches
        # Only a store on disk has records of dead processes.
        if is_looking and self._store.look_interval is not None and not self._store.recover(now.monotonic):
            return Wait(0.0)
        self.is_idle = True
        if not backlog.held and not len(self._store):
            self._gathering_since = None
            return Wait(None)
        self.is_idle = False
        if self._in_flight.batches and not self._in_flight.may_send(self._load(), now):
            return Wait(self._limits.stuck)
        if now.monotonic < self._breaker.not_before:
            return Wait(self._breaker.not_before - now.monotonic)
        # While everything is held back, records do not wait to fill a batch: otherwise a failed batch would be next.
        lingers = self._fill(now, flush_now=flush_now or self._breaker.is_open)
        self.is_idle = not lingers
        batch = self._chosen(now)
        if batch is None:
            return self._wait(now, lingers)
        if backlog.retries.batches:
            backlog.retries.remove(batch)
        self._in_flight.sent(batch, now, is_known=batch.is_suspect or batch in backlog.aside.batches)
        self.wants_another = self._has_more(now)
        return batch

    def _has_more(self, now: Now) -> bool:
        is_waiting = self.backlog.lanes.ready > 0 or len(self._store) >= self.enough
        if not is_waiting and not any(batch.due <= now.monotonic for batch in self._sendable()):
            return False
        return now.monotonic >= self._breaker.not_before and self._in_flight.may_send(self._load(), now)

    def _load(self) -> float:
        """Estimate how many requests wait."""
        events = self.backlog.batch_size.events
        return self.backlog.lanes.load(events) + len(self._store) / events + len(self.backlog.retries.batches)

    def _fill(self, now: Now, *, flush_now: bool) -> float | None:
        """Move records from the store into lanes.

        Return the seconds that the first record still waits for others: 0 if records were moved, None if none wait.
        """
        waiting = len(self._store)
        if not waiting:
            self._gathering_since = None
            return None
        if self._gathering_since is None:
            self._gathering_since = now.monotonic
        left = self._gathering_since + self._limits.linger - now.monotonic
        if left > 0 and not flush_now and waiting < self.enough and not self.backlog.lanes.ready:
            return left
        self.backlog.fill(self.backlog.batch_size.events)
        self._gathering_since = None
        return 0.0

    def _chosen(self, now: Now) -> Batch | None:
        if self._breaker.is_open:
            # While several requests fail, a new batch shows more about the service than a retry. If the key seems
            # refused, the new batch has a single event: it is the least likely to contain a refused event.
            fresh = self._fresh(1) if self._breaker.is_denied else self._fresh()
            return fresh or min(self._sendable(), key=lambda batch: (batch.failures, batch.place), default=None)
        due = [batch for batch in self._sendable() if batch.due <= now.monotonic]
        # A new batch is sent before a failed batch is retried, because a new result shows more about the service.
        urgent = next((batch for batch in due if self._is_urgent(batch)), None)
        aside = self.backlog.aside
        return urgent or (aside.next(now) if aside.batches else None) or self._fresh() or next(iter(due), None)

    def _is_urgent(self, batch: Batch) -> bool:
        if not batch.failures:
            return True
        if self._breaker.in_a_row >= _MOST_URGENT_IN_A_ROW:
            return False
        return batch.is_suspect or batch.is_half or self._failures.others_are_confirmed(batch)

    def _fresh(self, most: int | None = None) -> Batch | None:
        size = self.backlog.batch_size
        return self.backlog.lanes.next_batch(most or size.events, size.bytes)

    def _sendable(self) -> Iterator[Batch]:
        if not self.backlog.retries.batches:
            return iter(())
        aside = self.backlog.aside.batches
        in_flight = [batch for batch in self._in_flight.batches if batch not in aside]
        return self.backlog.retries.sendable(in_flight, in_order=self._breaker.is_open)

    def _wait(self, now: Now, lingers: float | None) -> Wait:
        if lingers == 0.0 and not self.backlog.held:
            return Wait(0.0)  # all taken records were too old or unreadable
        moments = [batch.due - now.monotonic for batch in self._sendable()]
        aside = self.backlog.aside.next_due() if self.backlog.aside.batches else None
        if aside is not None:
            moments.append(aside - now.monotonic)
        if lingers:
            moments.append(lingers)
        return Wait(max(0.0, min(moments)) if moments else None)

    # Replies.

    def ended(self, batch: Batch, outcome: HttpResponse | APIConnectionError, now: Now) -> None:
        """Act on the reply to a batch, or on a missing reply."""
        is_known = self._in_flight.ended(batch)
        is_first_version = batch is self.backlog.first_versions
        if not is_known and not is_first_version:
            return
        failure = failure_of(outcome, batch.kind, now.unix)
        self.backlog.counters.requests += 1
        if is_first_version and self.live is not None:
            self.live.ended(is_confirmed=failure is None)
            return
        if failure is not None:
            self._failures.failed(batch, failure, now)
            return
        was_open = self._breaker.is_open
        self.backlog.counters.delivered += len(batch.records)
        self.backlog.concurrency.confirmed(now.monotonic - batch.sent_at)
        if batch.kind == "event":
            self.backlog.batch_size.confirmed(len(batch.records), self.backlog.concurrency.round_trip)
        self.backlog.settle(batch)
        self._breaker.succeeded(now)
        if self.backlog.retries.batches:
            self._failures.review(now, was_open=was_open)
        # While events keep coming, the next batch is gathered at once, without waking a thread.
        self._gathering_since = now.monotonic
        if self.backlog.log.ongoing:
            self.backlog.log.recovered("events are being delivered again", OUTAGE, DENIED)

    # For flush(), close() and the exit.

    def hasten(self, now: Now) -> bool:
        """Move the next attempt forward for flush(); return False if no batch waits in a pause."""
        held_until = self._breaker.not_before
        flying = self._in_flight.batches
        aside = [batch for batch in self.backlog.aside.batches if batch not in flying]
        batch = next(self._sendable(), None) or min(aside, key=lambda one: one.due, default=None)
        due = 0.0 if batch is None else batch.due
        if max(held_until, due) <= now.monotonic:
            return False
        moment = self._breaker.hasten(now)
        if batch is not None and due > max(moment, batch.retry_after):
            batch.due = max(moment, batch.retry_after)
            batch.is_hastened = True
        return True

    def may_settle(self, number: int, deadline: float) -> bool:
        """Return False if none of the first ``number`` records will be tried before the monotonic ``deadline``."""
        flying = self._in_flight.batches
        if self._breaker.not_before > deadline and not flying:
            return False
        if not self._store.has_looked:
            return True
        late = [batch for batch in (*self.backlog.retries.batches, *self.backlog.aside.batches) if batch not in flying]
        if any(batch.due <= deadline for batch in late):
            return True
        ours: int = sum([record.number <= number for batch in late for record in batch.records])
        return self.backlog.unsettled(number) > ours
