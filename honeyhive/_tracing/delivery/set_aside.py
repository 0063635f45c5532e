"""Events that failed alone while other requests were confirmed: tried again with growing pauses, in the end dropped."""

from collections.abc import Iterator
from typing import Final

from ..._core.retry import pause
from ..limits import DeliveryLimits
from .batches import Batch
from .counters import Reason
from .moment import Now
from .replies import Failure

# Tries in flight at a time: one that hangs must not take the connections of the others.
_IN_FLIGHT: Final = 2


class SetAside:
    """Batches of a single event each. They hold no other event back."""

    def __init__(self, limits: DeliveryLimits) -> None:
        self._limits = limits
        self._batches: dict[Batch, Failure] = {}
        self._in_flight: set[Batch] = set()
        self._bytes = 0
        self.records: int = 0
        """Records that are set aside."""

    def __contains__(self, batch: Batch) -> bool:
        return batch in self._batches

    def __iter__(self) -> Iterator[Batch]:
        return iter(self._batches)

    def add(self, batch: Batch, failure: Failure, now: Now) -> Iterator[tuple[Batch, Reason, Failure]]:
        """Set a batch aside; yield those that have to be dropped for it."""
        self._batches[batch] = failure
        self._bytes += batch.size
        self.records += len(batch.records)
        batch.tries = batch.failures = 0
        yield from self.failed(batch, failure, now, counts=True)
        while len(self._batches) > self._limits.set_aside_records or self._bytes > self._limits.set_aside_bytes:
            oldest = next(iter(self._batches))
            known = self._batches[oldest]
            yield oldest, _reason(known), known

    def failed(
        self, batch: Batch, failure: Failure, now: Now, *, counts: bool
    ) -> Iterator[tuple[Batch, Reason, Failure]]:
        """Plan the next try of a batch; yield it if that was its last one.

        A try ``counts`` if other requests are confirmed.
        """
        self._in_flight.discard(batch)
        self._batches[batch] = failure
        batch.failures += 1
        batch.tries += counts
        if batch.tries >= self._most_tries(failure):
            yield batch, _reason(failure), failure
            return
        longest = min(self._limits.longest_pause, self._limits.first_pause * 2.0 ** (batch.failures - 1))
        # Between half of the pause and all of it, so that many clients do not return together.
        seconds = longest * (1 + now.random) / 2
        batch.due = now.monotonic + max(seconds, pause(0, 0.0, failure.retry_after))

    def next(self, now: Now) -> Batch | None:
        """Return a batch to try now."""
        if len(self._in_flight) >= _IN_FLIGHT:
            return None
        due = (batch for batch in self._batches if batch not in self._in_flight and batch.due <= now.monotonic)
        found = next(due, None)
        if found is not None:
            self._in_flight.add(found)
        return found

    def next_due(self) -> float | None:
        """Return when the next try is due; None if there is none, or those in flight come first."""
        if len(self._in_flight) >= _IN_FLIGHT:
            return None
        return min([batch.due for batch in self._batches if batch not in self._in_flight], default=None)

    def remove(self, batch: Batch) -> None:
        """Forget a batch that was confirmed or dropped."""
        if self._batches.pop(batch, None) is not None:
            self._in_flight.discard(batch)
            self._bytes -= batch.size
            self.records -= len(batch.records)

    def _most_tries(self, failure: Failure) -> int:
        if failure.cause == "doubtful":
            return self._limits.unconfirmed_before_drop
        return self._limits.missing_before_drop if failure.cause == "missing" else self._limits.failures_before_drop


def _reason(failure: Failure) -> Reason:
    """Return the reason under which a batch is counted that is not tried any more."""
    if failure.cause == "doubtful":
        return "unconfirmed"
    if failure.cause == "missing":
        return "not_found"
    if failure.cause == "too_large":
        return "too_large"
    return "refused" if failure.cause == "denied" else "server_error"
