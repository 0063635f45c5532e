"""Requests in flight: whether another one may be sent, and how long each may take."""

from collections.abc import Iterator

from ..limits import DeliveryLimits
from .batches import Batch
from .breaker import Breaker
from .concurrency import Concurrency
from .moment import Now


class InFlight:
    """The batches that were sent and not answered yet."""

    def __init__(self, limits: DeliveryLimits, concurrency: Concurrency, breaker: Breaker) -> None:
        self._limits = limits
        self._concurrency = concurrency
        self._breaker = breaker
        self._batches: dict[Batch, None] = {}

    def __len__(self) -> int:
        return len(self._batches)

    def __contains__(self, batch: Batch) -> bool:
        return batch in self._batches

    def __iter__(self) -> Iterator[Batch]:
        return iter(self._batches)

    def may_send(self, load: float, now: Now) -> bool:
        """Return True if another request may be sent while ``load`` requests wait."""
        count = len(self._batches)
        if not count:
            return True
        if count >= self._limits.connections or self._bytes() >= self._limits.in_flight_bytes:
            return False
        stuck = [batch for batch in self._batches if now.monotonic - batch.sent_at >= self._limits.stuck]
        # A request that hangs while later ones are confirmed is at fault itself.
        counted = count - sum([batch.confirmed_at_departure < self._breaker.confirmed for batch in stuck])
        allowed = self._concurrency.allowed(load, counted)
        # If all of them hang, one more shows whether it is the service.
        return counted < allowed or (counted == len(stuck) and counted <= allowed)

    def depart(self, batch: Batch, now: Now, *, is_known: bool) -> None:
        """Take note of a batch that is sent; ``is_known`` if it failed while others were confirmed."""
        if batch.confirmed_seen < 0:
            batch.confirmed_seen = self._breaker.confirmed
        batch.confirmed_at_departure = self._breaker.confirmed
        batch.sent_at = now.monotonic
        batch.timeout = self._timeout(batch, is_known=is_known)
        self._batches[batch] = None
        self._breaker.sent(now)

    def land(self, batch: Batch) -> bool:
        """Take note that a request has ended; False if its batch was given up in the meantime."""
        return self._batches.pop(batch, self) is None

    def clear(self) -> None:
        """Forget all of them."""
        self._batches.clear()

    def _bytes(self) -> int:
        return sum([batch.size for batch in self._batches])

    def _timeout(self, batch: Batch, *, is_known: bool) -> float:
        """Return few seconds for a batch that is known to fail, more with each timeout, as a service may be slow."""
        whole = self._limits.request_timeout
        if is_known:
            return max(whole / 4, min(whole, 10 * self._concurrency.round_trip))
        times = (1 + batch.timeouts) / 2 if batch.is_half else max(1, batch.timeouts - 1)
        return whole * min(times, 3)
