"""Backlog: the records between store and delivery, each in a lane, in a request, in the retry queue or set aside."""

import logging

from ..limits import DeliveryLimits
from ..rate_limited_log import RateLimitedLog
from .batches import Batch
from .breaker import Breaker, Now
from .concurrency import BatchSize, Concurrency, InFlight
from .counters import Counters, Reason
from .lanes import Lanes
from .records import Record, Store
from .replies import Failure
from .retries import RetryQueue, SetAside


class Backlog:
    """Pending records: in lanes, in flight, in the retry queue or set aside. Each is in exactly one of the four."""

    def __init__(
        self,
        store: Store,
        counters: Counters,
        log: RateLimitedLog,
        limits: DeliveryLimits,
        *,
        sessions_in_batches: bool = True,
    ) -> None:
        self.store: Store = store
        self.counters: Counters = counters
        self.log: RateLimitedLog = log
        self.limits: DeliveryLimits = limits
        self._sessions_in_batches = sessions_in_batches
        self.lanes: Lanes = Lanes(sessions_in_batches=sessions_in_batches)
        self.retries: RetryQueue = RetryQueue()
        self.aside: SetAside = SetAside(limits)
        self.concurrency: Concurrency = Concurrency(limits)
        self.batch_size: BatchSize = BatchSize(limits)
        self.breaker: Breaker = Breaker(limits)
        self.in_flight: InFlight = InFlight(limits, self.concurrency, self.breaker)
        # The unsettled records, in the order in which they were taken from the store.
        self.held: dict[Record, None] = {}
        self._bytes = 0
        self.first_versions: Batch | None = None
        """The batch in flight with steps that have not ended, or None. Their final versions wait for its reply."""
        self.is_abandoned: bool = False
        """True once all pending records were dropped or left in the store."""

    def fill(self, most: int) -> None:
        """Move records from the store into lanes, until ``most`` may be sent or ``store.window_bytes`` are used."""
        while self.lanes.ready < most and self._bytes < self.store.window_bytes:
            records = self.store.take(self.limits.window)
            if not records:
                return
            self.held.update(dict.fromkeys(records))
            self._bytes += sum([record.size for record in records])
            self.lanes.add(records)

    def replace(self, batch: Batch, halves: list[Batch]) -> None:
        """Queue the halves of a failed batch, at the position that the batch had in the order of sending."""
        self.breaker.forget(batch.place)
        # The halves hold their lanes before the batch releases them, so that later records cannot overtake.
        for half in halves:
            self.lanes.hold(half)
            self.retries.add(half)
        self.lanes.release(batch)

    def set_aside(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Let the session of a failed event continue without the event, which is sent again later."""
        self.breaker.forget(batch.place)
        self.lanes.release(batch)
        event = f"event {batch.records[0].event_id} was set aside, because other events are stored"
        self.log.warn("set aside", f"{event}: {failure.words}; it is tried again later")
        for dropped, reason in self.aside.add(batch, failure, now):
            self.drop(dropped, reason, dropped.failure or failure)

    def drop(self, batch: Batch, reason: Reason, failure: Failure) -> None:
        """Drop a batch, with a log line that names its event."""
        self.counters.fail(reason, len(batch.records))
        event = f"event {batch.records[0].event_id} was dropped"
        self.log.warn(reason, f"{event}: {failure.words}", level=logging.ERROR)
        self.in_flight.ended(batch)  # so that a late reply to the batch is ignored
        self.settle(batch)

    def settle(self, batch: Batch) -> None:
        """Forget a batch that was delivered or dropped."""
        is_aside = batch in self.aside.batches
        if is_aside:
            self.aside.remove(batch)
        elif batch.failures:
            self.breaker.forget(batch.place)
        self.lanes.settle(batch, is_held=not is_aside)
        for record in batch.records:
            del self.held[record]
        self._bytes -= batch.size
        self.store.settle(batch.records)

    def is_settled(self, number: int) -> bool:
        """Return True if the first ``number`` records and all records of dead processes were delivered or given up."""
        if self.is_abandoned:
            return True
        store = self.store
        is_taken = store.has_looked and not store.left_behind and store.last_taken >= number
        return is_taken and not any(record.number <= number for record in self.held)

    def unsettled(self, number: int) -> int:
        """Return how many of the first ``number`` records, and of the records of dead processes, are still pending."""
        if self.is_abandoned:
            return self.store.kept
        waiting = max(number - self.store.last_taken, 0) + self.store.left_behind
        return waiting + sum([record.number <= number for record in self.held])

    def abandon(self) -> int:
        """Drop all pending records that the store cannot keep for a later process; return their number."""
        lost = self.store.leave(list(self.held))
        if lost:
            self.counters.fail("unsent", lost)
        for part in (self.held, self.in_flight.batches, self.retries.batches):
            part.clear()
        self.aside.clear()
        self.first_versions = None
        self.lanes = Lanes(sessions_in_batches=self._sessions_in_batches)
        self._bytes = 0
        self.is_abandoned = True
        return lost
