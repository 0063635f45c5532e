"""Concurrency: how many requests may be in flight, how long each may take, and how many events it carries."""

from math import ceil
from typing import Final

from ..limits import DeliveryLimits
from .batches import Batch
from .breaker import Breaker, Now

# A backlog that one connection can send within this time needs no second connection, which would take memory. With a
# long round trip, connections have to be added earlier, because at most one is added in each round trip.
_DRAIN_SECONDS: Final = 0.2
_DISTANT_DRAIN_SECONDS: Final = 0.05
_DISTANT_SECONDS: Final = 0.08
# The shortest round trip for which large batches gain more than they cost.
_FAR_SECONDS: Final = 0.015
# Assumptions until the first confirmation: the service may be far away, or refuse everything.
_ASSUMED_SECONDS: Final = 0.1
_FIRST_LIMIT: Final = 2
# The limit after the first confirmation by a distant service: a burst may be over before the second confirmation.
_DISTANT_FIRST_LIMIT: Final = 4
# Weight of the newest round trip in the moving average.
_WEIGHT: Final = 0.3


class Concurrency:
    """Number of connections. It grows with each confirmed request while a backlog waits; 1 after a 429 or 503."""

    def __init__(self, limits: DeliveryLimits) -> None:
        self._most = limits.connections
        self.limit: int = _FIRST_LIMIT
        """Maximum number of requests in flight."""
        self.round_trip: float = 0.0
        """Moving average, in seconds, of the time until a request is confirmed."""
        self._is_short = False

    def allowed(self, load: float, in_flight: int = 0) -> int:
        """Return how many requests may be in flight while ``load`` requests wait.

        The number grows with the time that one connection would need; it is 1 if less than one full batch waits.
        """
        if load < 1:
            return 1
        seconds = self.round_trip or _ASSUMED_SECONDS
        drain = _DISTANT_DRAIN_SECONDS if seconds > _DISTANT_SECONDS else _DRAIN_SECONDS
        wanted = max(1, ceil((load + in_flight) * seconds / drain))
        self._is_short = self._is_short or wanted > self.limit
        return min(wanted, self.limit)

    def confirmed(self, seconds: float) -> None:
        """Count a confirmed request that took this many seconds."""
        known = self.round_trip
        self.round_trip = seconds if not known else known + _WEIGHT * (seconds - known)
        if not known and seconds > _DISTANT_SECONDS and self.limit == _FIRST_LIMIT:
            self.limit = min(_DISTANT_FIRST_LIMIT, self._most)
        elif self._is_short:
            self.limit = min(self.limit + 1, self._most)
        self._is_short = False

    def overloaded(self) -> None:
        """Go back to one connection."""
        self.limit = 1
        self._is_short = False


class BatchSize:
    """Maximum size of the next batch. It grows with each confirmed full batch, and shrinks after a rejected body.

    If the first reply takes long, the size grows at once: a burst may be over before the second reply.
    """

    def __init__(self, limits: DeliveryLimits) -> None:
        self._limits = limits
        self.events: int = limits.batch_events
        self.bytes: int = limits.batch_bytes
        self._is_first = True

    def confirmed(self, events: int, round_trip: float) -> None:
        """Allow larger batches if a batch with this number of events was full. ``round_trip`` is in seconds."""
        is_far = round_trip > _FAR_SECONDS
        if self._is_first and is_far:
            self.events = max(self.events, self._limits.distant_backlog_events)
        elif events >= self.events:
            most = self._limits.distant_backlog_events if is_far else self._limits.backlog_events
            self.events = max(min(self.events * (4 if is_far else 2), most), self._limits.batch_events)
        self._is_first = False

    def failed(self) -> None:
        """Go back to small batches, so that fewer requests are needed to find the event at fault."""
        self.events = self._limits.batch_events
        self._is_first = False

    def too_large(self, size: int) -> None:
        """Limit the bytes of the next bodies to half the size of a rejected body."""
        self.bytes = max(min(self.bytes, size // 2), self._limits.smallest_batch_bytes)


class InFlight:
    """Batches that were sent and not answered yet."""

    def __init__(self, limits: DeliveryLimits, concurrency: Concurrency, breaker: Breaker) -> None:
        self._limits = limits
        self._concurrency = concurrency
        self._breaker = breaker
        # A dict, because it keeps the order of sending.
        self.batches: dict[Batch, None] = {}

    def may_send(self, load: float, now: Now) -> bool:
        """Return True if another request may be sent while ``load`` requests wait."""
        count = len(self.batches)
        if not count:
            return True
        if count >= self._limits.connections or self._bytes() >= self._limits.in_flight_bytes:
            return False
        stuck = [batch for batch in self.batches if now.monotonic - batch.sent_at >= self._limits.stuck]
        # If a request hangs while later ones are confirmed, the request itself is at fault, and does not count.
        counted = count - sum([batch.confirmed_when_sent < self._breaker.confirmed for batch in stuck])
        allowed = self._concurrency.allowed(load, counted)
        # If all of them hang, one more request shows whether the service is at fault.
        return counted < allowed or (counted == len(stuck) and counted <= allowed)

    def sent(self, batch: Batch, now: Now, *, is_known: bool) -> None:
        """Add a batch that is sent now. ``is_known`` is true if it failed before while other batches were confirmed."""
        if batch.confirmed_seen < 0:
            batch.confirmed_seen = self._breaker.confirmed
        batch.confirmed_when_sent = self._breaker.confirmed
        batch.was_sent_after_failure = self._breaker.in_a_row > 0
        batch.sent_at = now.monotonic
        batch.timeout = self._timeout(batch, is_known=is_known)
        self.batches[batch] = None
        self._breaker.last_sent = now.monotonic

    def ended(self, batch: Batch) -> bool:
        """Remove a batch whose request has ended; return False if the batch was dropped in the meantime."""
        return self.batches.pop(batch, self) is None

    def _bytes(self) -> int:
        return sum([batch.size for batch in self.batches])

    def _timeout(self, batch: Batch, *, is_known: bool) -> float:
        """Return the timeout of a request in seconds: shorter for a batch known to fail, else longer after timeouts."""
        whole = self._limits.request_timeout
        if is_known:
            return max(whole / 4, min(whole, 10 * self._concurrency.round_trip))
        times = (1 + batch.timeouts) / 2 if batch.is_half else max(1, batch.timeouts - 1)
        return whole * min(times, 3)
