"""Circuit breaker: holds everything back while several different requests fail alike and none is confirmed."""

from typing import Final, NamedTuple

from ..._core.retry import pause
from ..limits import DeliveryLimits
from .replies import Failure

_NEVER: Final = float("-inf")
# A confirmation in the last minute shows that the service works.
_RECENT_SECONDS: Final = 60.0
# A refused key may cost this many requests before everything is held back.
_DENIED_BEFORE_OPEN: Final = 3

Place = tuple[int, ...]


class Now(NamedTuple):
    """Times of both clocks, and a random number from 0 to 1, for one decision. The decision itself reads no clock."""

    monotonic: float
    unix: float
    random: float


class Breaker:
    """Circuit breaker: counts failures since the last confirmed request, and delays the next request."""

    def __init__(self, limits: DeliveryLimits) -> None:
        self._limits = limits
        self.confirmed: int = 0
        """Number of all confirmed requests."""
        self.not_before: float = 0.0
        """Monotonic time before which no request is sent."""
        self.failures: int = 0
        """Failures since the last confirmed request that may be the service's fault."""
        self.in_a_row: int = 0
        """All failures since the last confirmed request."""
        self._asked_until = 0.0
        self.last_sent: float = _NEVER
        """Monotonic time of the last request."""
        self._last_confirmed = _NEVER
        self._failing: dict[Place, bool] = {}
        """Place of each failing batch: True if the batch was last denied (401, 403 or another 4xx), else False."""
        self._denied = 0
        self._denied_holds = 0
        self._was_working = False

    @property
    def is_open(self) -> bool:
        """True if several different requests failed alike, which points to an outage or a refused key.

        Halves of one batch count as different requests only while nothing shows that the service works. If the service
        works, one event may be at fault, and then the half that contains it must fail.
        """
        denied = [place for place, is_denied in self._failing.items() if is_denied]
        if len(self._failing) - len(denied) > 1:
            return True
        if not self._was_working:
            return len(denied) > 1
        return self._denied >= _DENIED_BEFORE_OPEN and len({place[0] for place in denied}) > 1

    @property
    def is_denied(self) -> bool:
        """True if everything is held back because the service refuses the key."""
        return self._denied >= _DENIED_BEFORE_OPEN and self.is_open

    def is_working(self, now: Now) -> bool:
        """Return True if a request was confirmed in the last minute."""
        return now.monotonic - self._last_confirmed < _RECENT_SECONDS

    def succeeded(self, now: Now) -> None:
        """Count a confirmed request, and hold nothing back any more."""
        self.confirmed += 1
        self.not_before = 0.0
        self._last_confirmed = now.monotonic
        self.failures = self.in_a_row = self._denied = self._denied_holds = 0
        self._failing.clear()

    def failed(self, place: Place, failure: Failure, now: Now) -> float:
        """Count a failure that may be the service's fault; return the monotonic time of the batch's next attempt."""
        is_denied = failure.cause == "denied"
        self._failing[place] = is_denied
        self._was_working = self.is_working(now)
        self.failures += 1
        self._denied += is_denied
        seconds = (
            self._denied_pause(failure) if is_denied else pause(self.failures - 1, now.random, failure.retry_after)
        )
        until = now.monotonic + seconds
        if failure.retry_after:
            self._asked_until = max(self._asked_until, until)
        if self.is_open or failure.cause in ("overloaded", "unreachable") or failure.retry_after:
            self.not_before = max(self.not_before, until)
        return until

    def inherit(self, place: Place, failure: Failure) -> None:
        """Count a half as failing, instead of the batch that was halved."""
        self._failing[place] = failure.cause == "denied"

    def forget(self, place: Place) -> None:
        """Stop counting the batch at this place as failing."""
        self._failing.pop(place, None)

    def hasten(self, now: Now) -> float:
        """Allow flush() one request during a pause; return the monotonic time of that request."""
        is_refused = self._denied >= _DENIED_BEFORE_OPEN
        interval = self._limits.denied_flush_interval if is_refused else self._limits.flush_interval
        moment = max(now.monotonic, self.last_sent + interval, self._asked_until)
        self.not_before = min(self.not_before, moment)
        return moment

    def _denied_pause(self, failure: Failure) -> float:
        """Return the seconds until the next attempt after a denied request: 8 for the first hold, otherwise 60."""
        is_first = self.is_open and not self._denied_holds
        self._denied_holds += self.is_open
        seconds = self._limits.first_probe_interval if is_first else self._limits.probe_interval
        return max(seconds, pause(0, 0.0, failure.retry_after))
