"""What to send next and what an answer means for the records that were sent: decisions only, no thread, no clock."""

import json
import logging
from typing import Final, Literal, NamedTuple, TypeAlias

from ..core.retry import asked_wait, pause
from ..core.wire import Answer
from ..errors import APIConnectionError
from .accounting import Books, Reason
from .batches import Unit, units
from .limits import DeliveryLimits
from .notices import Notices
from .records import Store

Verdict: TypeAlias = Literal["stored", "refused", "too_large", "locked_out", "failed", "suspect", "stranger"]

_REFUSED: Final = frozenset({400, 409, 422})
_RETRIED: Final = frozenset({408, 425, 429})
_REASONS: Final[dict[int, Reason]] = {404: "not_found", 413: "too_large"}
_OUTAGE: Final = "outage"
_LOCKED_OUT: Final = "locked out"


class Now(NamedTuple):
    """The moment of a decision."""

    monotonic: float
    unix: float
    random: float


class Wait(NamedTuple):
    """Nothing to send for so many seconds; None: until something is logged."""

    seconds: float | None


def verdict_on(answer: Answer, kind: str) -> Verdict:
    """What an answer means for the unit that it answers."""
    status = answer.status
    if 200 <= status < 300:
        return "stored" if _is_json(answer.body) else "stranger"
    if status == 413:
        return "too_large"
    if status in _REFUSED:
        return "refused"
    if status == 500 or (status == 404 and kind == "change"):
        return "suspect"
    if status in _RETRIED or status >= 500:
        return "failed"
    return "locked_out" if status >= 400 else "stranger"


class Delivery:
    """The records that left the queue, in units; the head is sent until it is settled, so that order is kept."""

    def __init__(self, store: Store, books: Books, notices: Notices, limits: DeliveryLimits) -> None:
        self._store = store
        self._books = books
        self._notices = notices
        self._limits = limits
        self.enough = limits.batch_events if limits.enough is None else limits.enough
        """Records that need not wait for more."""
        self._units: list[Unit] = []
        self._failures = 0
        self._successes = 0
        self._not_before = 0.0
        self._gathering_since: float | None = None
        self._is_over = False

    def next(self, now: Now, *, hurry: bool) -> Unit | Wait:
        """The unit to send now, or how long to wait; ``hurry`` lets the first event not wait for company."""
        if not self._units:
            if not self._store.recover(now.monotonic):
                return Wait(0.0)
            waiting = len(self._store)
            if waiting and self._gathering_since is None:
                self._gathering_since = now.monotonic
            if self._gathering_since is not None and not hurry and waiting < self.enough:
                left = self._gathering_since + self._limits.linger - now.monotonic
                if left > 0:
                    return Wait(left)
            if not waiting:
                self._gathering_since = None
                return Wait(None)
            self._fill()
            if not self._units:  # all of it was too old, or could not be read
                return Wait(0.0)
        if now.monotonic < self._not_before:
            return Wait(self._not_before - now.monotonic)
        return self._units[0]

    @property
    def not_before(self) -> float:
        """No request leaves before this moment."""
        return self._not_before

    def is_settled(self, number: int) -> bool:
        """Whether the first ``number`` records are all delivered or given up, and what dead processes left, too."""
        if self._is_over:
            return True
        is_taken = self._store.has_looked and not self._store.left_behind and self._store.last_taken >= number
        return is_taken and all(unit.first > number for unit in self._units)

    def unsettled(self, number: int) -> int:
        """How many of these are neither delivered nor given up."""
        if self._is_over:
            return self._store.kept
        waiting = max(number - self._store.last_taken, 0) + self._store.left_behind
        return waiting + sum(record.number <= number for unit in self._units for record in unit.records)

    def answered(self, unit: Unit, answer: Answer, now: Now) -> None:
        """Act on what the service said to the head."""
        if not self._units or unit is not self._units[0]:
            return  # given up in the meantime
        self._books.requests += 1
        verdict = verdict_on(answer, unit.kind)
        if verdict == "too_large":
            if self._made_smaller(unit):
                return
            verdict = "suspect"  # of something small: a glitch of what is in front of the service, as likely as not
        if verdict == "stored":
            self._stored(unit, now)
        elif verdict == "refused":
            self._refused(unit, answer)
        elif verdict == "locked_out":
            self._locked_out(answer, now)
        elif verdict == "suspect" and self._is_to_blame(unit, answer):
            self._blame(unit, answer)
        else:
            words = "something that is no JSON; is there a proxy?" if verdict == "stranger" else "an error"
            self._again(now, f"the service answered {answer.status}, {words}", asked_wait(answer.headers, now.unix))
            if verdict == "suspect":
                self._let_another_pass()

    def unanswered(self, unit: Unit, error: APIConnectionError, now: Now) -> None:
        """No answer came to the head."""
        if self._units and unit is self._units[0]:
            self._books.requests += 1
            self._again(now, str(error), 0.0)

    def abandon(self) -> int:
        """Give up all that is pending but what the store keeps, and say how much that was."""
        lost = self._store.leave([record for unit in self._units for record in unit.records])
        if lost:
            self._books.give_up("unsent", lost)
        self._units = []
        self._is_over = True
        return lost

    def _fill(self) -> None:
        records = self._store.take(self._limits.window)
        if records:
            self._units += units(records, self._limits)
        self._gathering_since = None

    def _stored(self, unit: Unit, now: Now) -> None:
        self._books.delivered += len(unit.records)
        self._remove_head()
        self._failures = 0
        self._successes += 1
        self._not_before = 0.0
        # While events keep coming, the next ones gather at once: none has to wake the thread for that.
        self._gathering_since = now.monotonic
        for cause in (_OUTAGE, _LOCKED_OUT):
            self._notices.recovered(cause, "events are being delivered again")

    def _refused(self, unit: Unit, answer: Answer) -> None:
        if unit.is_single:
            self._give_up(unit, "refused", answer)
        else:
            self._units[:1] = unit.halves()

    def _made_smaller(self, unit: Unit) -> bool:
        """Whether there are now two units or a shorter event in place of the unit."""
        if not unit.is_single:
            self._units[:1] = unit.halves()
            return True
        smaller = unit.smaller(self._limits.smallest)
        if smaller is None:
            return False
        self._notices.warn("cut", "an event was too large for the service and was cut")
        self._units[0] = smaller
        return True

    def _locked_out(self, answer: Answer, now: Now) -> None:
        self._not_before = now.monotonic + max(self._limits.probe_interval, asked_wait(answer.headers, now.unix))
        self._notices.warn(
            _LOCKED_OUT,
            f"the service answered {answer.status}: is the key right, and the base URL? Events are kept; the next try "
            f"is in {self._limits.probe_interval:.0f} s",
            level=logging.ERROR,
        )

    def _is_to_blame(self, unit: Unit, answer: Answer) -> bool:
        """Whether the unit, and not the service, may be at fault: it failed often, a single one between successes."""
        if not unit.is_single:
            unit.failures += 1
            return unit.failures >= self._limits.failures_before_split
        if unit.successes_seen < self._successes or unit.failures == 0:
            unit.failures += 1
        unit.successes_seen = self._successes
        missing = answer.status == 404
        return unit.failures >= (self._limits.missing_before_drop if missing else self._limits.failures_before_drop)

    def _blame(self, unit: Unit, answer: Answer) -> None:
        if unit.is_single:
            self._give_up(unit, _REASONS.get(answer.status, "server_error"), answer)
            return
        self._units[:1] = halves = unit.halves()
        for half in halves:
            if not half.is_single:
                half.failures = unit.failures  # the search goes on without waiting for more failures at each level

    def _again(self, now: Now, words: str, asked: float) -> None:
        self._not_before = now.monotonic + pause(self._failures, now.random, asked)
        self._failures += 1
        self._notices.warn(_OUTAGE, f"events wait, {words}")

    def _let_another_pass(self) -> None:
        """A single unit that answers 500 again and again lets another one show whether the fault is the service's.

        That is one of another session, so that order is kept; only an event that stays suspect lets its own session's
        next ones pass, and a session start never does, since events that arrive before their session would hide it.
        """
        head = self._units[0]
        head.tries += 1
        if not head.is_single or head.tries % self._limits.failures_before_split:
            return
        if len(self._units) == 1:
            self._fill()
        same_session_too = head.kind != "start" and head.tries % (2 * self._limits.failures_before_split) == 0
        for place, unit in enumerate(self._units[1:], 1):
            if same_session_too or all(record.session_id != head.session_id for record in unit.records):
                self._units.insert(0, self._units.pop(place))
                return

    def _give_up(self, unit: Unit, reason: Reason, answer: Answer) -> None:
        self._books.give_up(reason, len(unit.records))
        said = f"the service answered {answer.status}{_code(answer)}"
        self._notices.warn(reason, f"event {unit.records[0].event_id} was given up: {said}", level=logging.ERROR)
        self._remove_head()

    def _remove_head(self) -> None:
        self._settle(self._units.pop(0))

    def _settle(self, unit: Unit) -> None:
        self._store.settle(unit.records)


def _is_json(body: bytes) -> bool:
    if not body or body.isspace():
        return True
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _code(answer: Answer) -> str:
    """The error code of an answer; its message may repeat what was sent, so that it stays out of the logs."""
    try:
        code = json.loads(answer.body).get("errorCode")
    except (ValueError, RecursionError, AttributeError):
        return ""
    return f" [{code[:60]}]" if isinstance(code, str) and code.isidentifier() else ""
