"""Circuit breaker: holds everything back while several different requests fail and none is confirmed."""

from typing import Final

from ..._core.retry import pause
from ..limits import DeliveryLimits
from .moment import Now
from .replies import Failure

_NEVER: Final = float("-inf")
# A confirmation in the last minute shows that the service works.
_RECENT_SECONDS: Final = 60.0


class Breaker:
    """Failures since the last confirmed request, and when the next request may be sent."""

    def __init__(self, limits: DeliveryLimits) -> None:
        self._limits = limits
        self.confirmed: int = 0
        """Confirmed requests in all."""
        self.not_before: float = 0.0
        """No request is sent before this moment."""
        self._asked_until = 0.0
        self._last_sent = _NEVER
        self._last_confirmed = _NEVER
        self.failures: int = 0
        """Failures since the last confirmed request that may be the service's."""
        self.in_a_row: int = 0
        """All failures since the last confirmed request."""
        self._failing: set[tuple[int, ...]] = set()
        self._is_denied = False
        self._denied_holds = 0

    @property
    def is_open(self) -> bool:
        """True if several different requests failed, which points to an outage."""
        return len(self._failing) > 1

    def is_working(self, now: Now) -> bool:
        """Return True if a request was confirmed lately."""
        return now.monotonic - self._last_confirmed < _RECENT_SECONDS

    def sent(self, now: Now) -> None:
        """Take note of a request."""
        self._last_sent = now.monotonic

    def succeeded(self, now: Now) -> None:
        """A request was confirmed: nothing is held back any more."""
        self.confirmed += 1
        self.not_before = 0.0
        self._last_confirmed = now.monotonic
        self.failures = self._denied_holds = 0
        self.in_a_row = 0
        self._failing.clear()
        self._is_denied = False

    def failed(self, place: tuple[int, ...], failure: Failure, now: Now) -> float:
        """Take note of a failure that may be the service's; return when that request may be sent again."""
        self._failing.add(place)
        self.failures += 1
        self._is_denied = failure.cause == "denied"
        seconds = self._pause(failure, now)
        until = now.monotonic + seconds
        if failure.retry_after:
            self._asked_until = max(self._asked_until, until)
        if self.is_open or failure.cause in ("overloaded", "unreachable") or failure.retry_after:
            self.not_before = max(self.not_before, until)
        return until

    def inherit(self, place: tuple[int, ...]) -> None:
        """Count a half as failing in place of its parent batch."""
        self._failing.add(place)

    def forget(self, place: tuple[int, ...]) -> None:
        """A request that failed was halved or settled: it no longer counts as failing."""
        self._failing.discard(place)

    def hasten(self, now: Now) -> float:
        """Return when flush() may have an attempt of its own, and allow one request then."""
        interval = self._limits.denied_flush_interval if self._is_denied else self._limits.flush_interval
        moment = max(now.monotonic, self._last_sent + interval, self._asked_until)
        self.not_before = min(self.not_before, moment)
        return moment

    def _pause(self, failure: Failure, now: Now) -> float:
        if failure.cause == "denied":
            is_first = self.is_open and not self._denied_holds
            self._denied_holds += self.is_open
            seconds = self._limits.first_probe_interval if is_first else self._limits.probe_interval
            return max(seconds, pause(0, 0.0, failure.retry_after))
        return pause(self.failures - 1, now.random, failure.retry_after)
