"""Live steps: a step, such as a ``with`` block, is sent once before its end if it lasts longer than a second.

This first version has its own request. It is not a record: it is neither counted nor retried, and its failure does not
affect records. Meanwhile the records of its session wait, so that the final version is sent later.
"""

from collections import deque
from collections.abc import Callable
from typing import Any, Final, NamedTuple, Protocol, TypeVar
from weakref import ref

from .backlog import Backlog
from .batches import Batch
from .breaker import Now
from .records import Record


class OpenStep(Protocol):
    """A step that has begun."""

    session_id: str

    @property
    def is_ended(self) -> bool:
        """True once the final version of the step may be in the store."""


Step = TypeVar("Step", bound=OpenStep)


class _Begun(NamedTuple):
    due: float
    # A weak reference, so that a step that is never ended can be collected.
    step: ref[Any]
    version: Callable[[Any], Record]

    @property
    def open_step(self) -> Any:
        """The step; None if it has ended, or was garbage-collected."""
        step = self.step()
        return None if step is None or step.is_ended else step


# Seconds between two checks of steps that may not be sent now.
_PAUSE: Final = 1.0
# Minimum seconds between two checks, because some step is always due while steps begin all the time.
_BETWEEN: Final = 0.1
# Maximum number of remembered steps: more than begin in a second, and a bound if no thread runs.
_MOST_BEGUN: Final = 50_000


class LiveSteps:
    """Steps that have begun. ``begin`` runs on the user's threads, everything else under the policy's lock."""

    def __init__(
        self,
        backlog: Backlog,
        monotonic: Callable[[], float],
        wake: Callable[[], object],
        is_decided: Callable[[str], bool],
    ) -> None:
        """``is_decided`` returns True for the id of a session that is sent in any case."""
        self._backlog, self._limits = backlog, backlog.limits
        self._monotonic, self._wake, self._is_decided = monotonic, wake, is_decided
        self._begun: deque[_Begun] = deque(maxlen=_MOST_BEGUN)
        self._due: list[_Begun] = []
        self._is_watched = False
        # Count of confirmed requests when a request with steps last failed. Until the count grows, steps are not sent.
        self._failed_at = -1

    def begin(self, step: Step, version: Callable[[Step], Record]) -> None:
        """Send the step if it still runs after a second. A delivery thread calls ``version`` for its record."""
        self._begun.append(_Begun(self._monotonic() + self._limits.live_after, ref(step), version))
        if not self._is_watched:
            self._is_watched = True
            self._wake()

    def next(self, now: Now) -> Batch | None:
        """Return the batch of steps to send now; None if no step is due, or if such a request may not be sent now."""
        self._move(now)
        if not self._due or not self._may_send(now):
            return None
        due, self._due = self._due, []
        records: list[Record] = []
        size = 0
        for number, one in enumerate(due):
            step = one.open_step
            if step is None or not self._is_decided(step.session_id):
                continue
            record = one.version(step)
            size += record.size
            if records and (size > self._limits.batch_bytes or len(records) >= self._limits.batch_events):
                self._due = due[number:]
                break
            records.append(record)
        return self._sent(Batch("event", records), now) if records else None

    def _move(self, now: Now) -> None:
        while self._begun and self._begun[0].due <= now.monotonic:
            one = self._begun.popleft()
            if one.open_step is not None:
                self._due.append(one)

    def _may_send(self, now: Now) -> bool:
        backlog, breaker = self._backlog, self._backlog.breaker
        is_healthy = not breaker.in_a_row and breaker.not_before <= now.monotonic
        return is_healthy and backlog.first_versions is None and breaker.confirmed != self._failed_at

    def _sent(self, batch: Batch, now: Now) -> Batch:
        batch.sent_at = now.monotonic
        batch.timeout = min(self._limits.live_timeout, self._limits.request_timeout)
        self._backlog.first_versions = batch
        self._backlog.lanes.hold(batch)
        return batch

    def ended(self, *, is_confirmed: bool) -> None:
        """Let the sessions of the batch continue, after its request has ended."""
        batch, self._backlog.first_versions = self._backlog.first_versions, None
        if batch is not None:
            self._backlog.lanes.release(batch)
        if not is_confirmed:
            self._failed_at = self._backlog.breaker.confirmed

    def until(self, seconds: float | None, now: Now) -> float | None:
        """Return the seconds until the next step is due, at most ``seconds``; None to wait until a thread is woken."""
        return min([one for one in (seconds, self._seconds(now)) if one is not None], default=None)

    def _seconds(self, now: Now) -> float | None:
        self._due = [one for one in self._due if one.open_step is not None]
        if self._due:
            return _PAUSE
        if not self._begun:
            self._is_watched = False
            # Checked again, because a step that began before the line above did not wake a thread.
            if not self._begun:
                return None
            self._is_watched = True
        return max(_BETWEEN, self._begun[0].due - now.monotonic)
