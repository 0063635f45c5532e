"""How many requests may be in flight, and how many events one of them carries."""

from math import ceil
from typing import Final

from ..limits import DeliveryLimits

# A backlog that one connection sends in this time needs no second one, as each connection takes memory. Far away the
# number has to grow sooner: it does so only once in a round trip.
_DRAIN_SECONDS: Final = 0.2
_DISTANT_DRAIN_SECONDS: Final = 0.05
_DISTANT_SECONDS: Final = 0.08
# A round trip from which on large batches gain more than they cost.
_FAR_SECONDS: Final = 0.015
# Until a request is confirmed the service may be far away, or refuse everything: then it gets few requests.
_ASSUMED_SECONDS: Final = 0.1
_FIRST_LIMIT: Final = 2
# Weight of the newest round trip in the moving average.
_WEIGHT: Final = 0.3


class Concurrency:
    """Number of connections: grows by one with each confirmed request while a backlog waits, back to one on 429/503."""

    def __init__(self, limits: DeliveryLimits) -> None:
        self._most = limits.connections
        self.limit: int = _FIRST_LIMIT
        """Requests that may be in flight at most."""
        self.round_trip: float = 0.0
        """Moving average of the seconds until a request is confirmed."""
        self._is_short = False

    def allowed(self, load: float, in_flight: int = 0) -> int:
        """Return how many requests may be in flight while ``load`` requests wait.

        The number grows with the time that one connection would need for all of them. Less than a full batch waits for
        a connection that is there.
        """
        if load < 1:
            return 1
        seconds = self.round_trip or _ASSUMED_SECONDS
        drain = _DISTANT_DRAIN_SECONDS if seconds > _DISTANT_SECONDS else _DRAIN_SECONDS
        wanted = max(1, ceil((load + in_flight) * seconds / drain))
        self._is_short = self._is_short or wanted > self.limit
        return min(wanted, self.limit)

    def confirmed(self, seconds: float) -> None:
        """Take note of a confirmed request and its round trip."""
        known = self.round_trip
        self.round_trip = seconds if not known else known + _WEIGHT * (seconds - known)
        if self._is_short:
            self.limit = min(self.limit + 1, self._most)
        self._is_short = False

    def overloaded(self) -> None:
        """Go back to one connection."""
        self.limit = 1
        self._is_short = False


class BatchSize:
    """Size of the next batch: grows with each full batch that is confirmed, shrinks if large bodies do not arrive."""

    def __init__(self, limits: DeliveryLimits) -> None:
        self._limits = limits
        self.events: int = limits.batch_events
        self.bytes: int = limits.batch_bytes

    def confirmed(self, events: int, round_trip: float) -> None:
        """Grow if the batch was full."""
        if events >= self.events:
            is_far = round_trip > _FAR_SECONDS
            most = self._limits.distant_backlog_events if is_far else self._limits.backlog_events
            self.events = max(min(self.events * (4 if is_far else 2), most), self._limits.batch_events)

    def failed(self) -> None:
        """Go back to small batches, so that a failure is located with fewer requests."""
        self.events = self._limits.batch_events

    def too_large(self, size: int) -> None:
        """Stay below half of a body that did not get through."""
        self.bytes = max(min(self.bytes, size // 2), self._limits.smallest_batch_bytes)
