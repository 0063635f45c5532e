"""Backlog: every record that was taken from the store and is not settled, and the moves between its parts."""

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


class Pending:
    """Records that were taken from the store and are not settled."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # In the order in which they were taken.
        self.held: dict[Record, None] = {}
        self._bytes = 0
        self.is_abandoned: bool = False
        """True once everything was dropped or left to the store."""

    def take(self, count: int) -> list[Record]:
        """Take at most ``count`` records; none while the records that are held fill the window of the store."""
        if self._bytes >= self._store.window_bytes:
            return []
        records = self._store.take(count)
        self.held.update(dict.fromkeys(records))
        self._bytes += sum([record.size for record in records])
        return records

    def settle(self, records: list[Record]) -> None:
        """Forget records that were delivered or dropped."""
        for record in records:
            if record in self.held:
                del self.held[record]
                self._bytes -= record.size
        self._store.settle(records)

    def is_settled(self, number: int) -> bool:
        """Return True if the first ``number`` records, and all records of dead processes, are settled."""
        if self.is_abandoned:
            return True
        is_taken = self._store.has_looked and not self._store.left_behind and self._store.last_taken >= number
        return is_taken and not any(record.number <= number for record in self.held)

    def unsettled(self, number: int) -> int:
        """Return how many of these records are not settled."""
        if self.is_abandoned:
            return self._store.kept
        waiting = max(number - self._store.last_taken, 0) + self._store.left_behind
        return waiting + sum([record.number <= number for record in self.held])

    def abandon(self) -> int:
        """Drop everything except what the store keeps; return the number of dropped records."""
        lost = self._store.leave(list(self.held))
        self.held.clear()
        self._bytes = 0
        self.is_abandoned = True
        return lost


class Backlog:
    """Pending records: in lanes, in flight, in the retry queue or set aside. Each is in exactly one of the four."""

    def __init__(
        self,
        store: Store,
        counters: Counters,
        log: RateLimitedLog,
        limits: DeliveryLimits,
        *,
        sessions_in_batches: bool,
    ) -> None:
        self._counters = counters
        self._log = log
        self.pending: Pending = Pending(store)
        self.lanes: Lanes = Lanes(sessions_in_batches=sessions_in_batches)
        self.retries: RetryQueue = RetryQueue()
        self.aside: SetAside = SetAside(limits)
        self.concurrency: Concurrency = Concurrency(limits)
        self.batch_size: BatchSize = BatchSize(limits)
        self.breaker: Breaker = Breaker(limits)
        self.in_flight: InFlight = InFlight(limits, self.concurrency, self.breaker)
        self._sessions_in_batches = sessions_in_batches

    def replace(self, batch: Batch, halves: list[Batch]) -> None:
        """Queue the halves of a batch in its place."""
        self.breaker.forget(batch.place)
        # Held first, so that no lane is free for a moment and passes its own records.
        for half in halves:
            self.lanes.hold(half)
            self.retries.add(half)
        self.lanes.release(batch)

    def set_aside(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Move a single event out of the way of its session."""
        self.breaker.forget(batch.place)
        self.lanes.release(batch)
        event = f"event {batch.records[0].event_id} was set aside, as others are stored"
        self._log.warn("set aside", f"{event}: {failure.words}; it is tried again later")
        for dropped, reason in self.aside.add(batch, failure, now):
            self.drop(dropped, reason, dropped.failure or failure)

    def drop(self, batch: Batch, reason: Reason, failure: Failure) -> None:
        """Drop a batch for good, with a line in the log that names its event."""
        self._counters.fail(reason, len(batch.records))
        event = f"event {batch.records[0].event_id} was dropped"
        self._log.warn(reason, f"{event}: {failure.words}", level=logging.ERROR)
        self.in_flight.ended(batch)  # so that a late reply about it is ignored
        self.settle(batch)

    def settle(self, batch: Batch) -> None:
        """Forget a batch that was delivered or dropped."""
        is_aside = batch in self.aside.batches
        if is_aside:
            self.aside.remove(batch)
        elif batch.failures:
            self.breaker.forget(batch.place)
        self.lanes.settle(batch, is_held=not is_aside)
        self.pending.settle(batch.records)

    def abandon(self) -> int:
        """Drop everything except what the store keeps; return the number of dropped records."""
        lost = self.pending.abandon()
        if lost:
            self._counters.fail("unsent", lost)
        self.in_flight.batches.clear()
        self.retries.batches.clear()
        self.aside.clear()
        self.lanes = Lanes(sessions_in_batches=self._sessions_in_batches)
        return lost
