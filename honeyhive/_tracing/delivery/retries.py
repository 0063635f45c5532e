"""Failed batches: those that are retried in order, and single events that are set aside."""

from bisect import insort
from collections.abc import Iterable, Iterator
from typing import Final

from ..._core.retry import pause
from ..limits import DeliveryLimits
from .batches import Batch
from .breaker import Now
from .counters import Reason
from .replies import Cause, Failure

# Maximum attempts in flight for set-aside events: attempts that hang must not take all connections.
_IN_FLIGHT: Final = 2
_REASONS: Final[dict[Cause, Reason]] = {
    "doubtful": "unconfirmed",
    "missing": "not_found",
    "too_large": "too_large",
    "denied": "refused",
}


class RetryQueue:
    """Failed batches and their halves, in the order of sending. Later records of their sessions wait."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []

    def add(self, batch: Batch) -> None:
        """Insert a batch at its place in the order of sending."""
        insort(self.batches, batch, key=lambda one: one.place)

    def remove(self, batch: Batch) -> None:
        """Remove a batch if it is in the queue."""
        if batch in self.batches:
            self.batches.remove(batch)

    def sendable(self, in_flight: Iterable[Batch], *, in_order: bool) -> Iterator[Batch]:
        """Yield the batches whose sessions have no request in flight and no earlier failed batch.

        With ``in_order``, as in an outage, no batch overtakes an earlier one. Otherwise the second half of a batch may
        overtake a failed first half: its result shows whether the first half is at fault.
        """
        blocked: set[str] = set()
        for batch in in_flight:
            blocked |= batch.lanes
        for batch in self.batches:
            if blocked.isdisjoint(batch.lanes):
                yield batch
            if in_order or not batch.failures or not batch.is_half:
                blocked |= batch.lanes


class SetAside:
    """Single events that failed alone while other requests were confirmed. They hold no other event back."""

    def __init__(self, limits: DeliveryLimits) -> None:
        self._limits = limits
        # The set-aside batches, each with its last failure, in the order in which they were set aside.
        self.batches: dict[Batch, Failure] = {}
        self._in_flight: set[Batch] = set()
        self._bytes = 0
        self.records: int = 0
        """Records that are set aside."""

    def add(self, batch: Batch, failure: Failure, now: Now) -> Iterator[tuple[Batch, Reason]]:
        """Set a batch aside. If too many are set aside, yield the batches to drop, each with the reason."""
        self.batches[batch] = failure
        self._bytes += batch.size
        self.records += len(batch.records)
        batch.tries = batch.failures = 0
        yield from self.failed(batch, failure, now, counts=True)
        while len(self.batches) > self._limits.set_aside_records or self._bytes > self._limits.set_aside_bytes:
            oldest = next(iter(self.batches))
            yield oldest, _REASONS.get(self.batches[oldest].cause, "server_error")

    def failed(self, batch: Batch, failure: Failure, now: Now, *, counts: bool) -> Iterator[tuple[Batch, Reason]]:
        """Schedule the next attempt of a batch. After the last attempt, yield the batch and the reason to drop it.

        ``counts`` is true if the attempt counts towards dropping the batch, because other requests were confirmed.
        """
        self._in_flight.discard(batch)
        self.batches[batch] = failure
        batch.failures += 1
        batch.tries += counts
        if batch.tries >= self._most_tries(failure):
            yield batch, _REASONS.get(failure.cause, "server_error")
            return
        longest = min(self._limits.longest_pause, self._limits.first_pause * 2.0 ** (batch.failures - 1))
        # The pause is random, from half of the longest to all of it, so that clients do not retry at the same time.
        seconds = longest * (1 + now.random) / 2
        batch.due = now.monotonic + max(seconds, pause(0, 0.0, failure.retry_after))

    def next(self, now: Now) -> Batch | None:
        """Return a batch that is due, and count it as in flight; None if no batch is due, or too many are in flight."""
        if len(self._in_flight) >= _IN_FLIGHT:
            return None
        for batch in self.batches:
            if batch not in self._in_flight and batch.due <= now.monotonic:
                self._in_flight.add(batch)
                return batch
        return None

    def next_due(self) -> float | None:
        """Return the monotonic time of the next attempt; None if no event waits, or if attempts must end first."""
        if len(self._in_flight) >= _IN_FLIGHT:
            return None
        return min([batch.due for batch in self.batches if batch not in self._in_flight], default=None)

    def retry_now(self, batch: Batch, now: Now) -> None:
        """Make a batch due at once after it was truncated, because its last failure no longer matters."""
        self._in_flight.discard(batch)
        batch.due = now.monotonic

    def remove(self, batch: Batch) -> None:
        """Forget a batch that was confirmed or dropped."""
        if self.batches.pop(batch, None) is not None:
            self._in_flight.discard(batch)
            self._bytes -= batch.size
            self.records -= len(batch.records)

    def clear(self) -> None:
        """Forget all batches."""
        for batch in list(self.batches):
            self.remove(batch)

    def _most_tries(self, failure: Failure) -> int:
        if failure.cause == "doubtful":
            return self._limits.unconfirmed_before_drop
        return self._limits.missing_before_drop if failure.cause == "missing" else self._limits.failures_before_drop
