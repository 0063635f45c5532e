"""Failure policy: retry a failed batch, halve it, truncate it, set its event aside or drop it."""

import logging
from typing import Final

from ..._core.retry import pause
from .backlog import Backlog
from .batches import Batch
from .breaker import Now
from .replies import Failure

OUTAGE: Final = "outage"
DENIED: Final = "denied"
# Below this number of failures since the last confirmed request, halving may still find a refused event.
_MOST_EARLY_FAILURES: Final = 10
# From this number of failures in a row, even those of suspect batches may come from an outage.
MOST_IN_A_ROW: Final = 12


class FailurePolicy:
    """Decides the next step for a failed batch, and reviews the failed batches after a success."""

    def __init__(self, backlog: Backlog) -> None:
        self._backlog = backlog
        self._breaker, self._log, self._limits = backlog.breaker, backlog.log, backlog.limits

    def failed(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Act on a failed attempt to send a batch."""
        batch.failure = failure
        if failure.retry_after:
            batch.retry_after = now.monotonic + failure.retry_after
        was_hastened, batch.is_hastened = batch.is_hastened, False
        batch.timeouts += failure.cause == "timeout"
        self._breaker.in_a_row += 1
        if failure.cause == "overloaded":
            self._backlog.concurrency.overloaded()
        if failure.cause == "refused":
            self._refused(batch, failure)
        elif self._made_smaller(batch, failure, now):
            pass
        elif batch in self._backlog.aside.batches:
            self._failed_aside(batch, failure, now, was_hastened=was_hastened)
        elif failure.cause == "unreachable":
            self._retry(batch, failure, now)
        else:
            self._retry_or_isolate(batch, failure, now)

    def review(self, now: Now, *, was_open: bool) -> None:
        """Judge the failed batches after a confirmed request: a batch that failed alone is at fault itself.

        ``was_open`` is true if everything was held back until this request. A batch that failed during the hold is not
        suspect, unless it was denied: the service accepts the key now, so the key was probably never the reason.
        """
        for batch in list(self._backlog.retries.batches):
            if batch.is_suspect or not batch.failures or batch.failure is None:
                continue
            batch.due = max(batch.retry_after, min(batch.due, now.monotonic))
            is_denied = batch.failure.cause == "denied"
            if was_open and not is_denied:
                batch.failures = 0
            elif was_open or batch.sent_at < 0:
                batch.is_suspect = True  # it was not sent since the hold, or is a half that was never sent
            elif batch.failures > 1 or is_denied:
                self._backlog.retries.remove(batch)
                self._isolate(batch, batch.failure, now)

    def others_are_confirmed(self, batch: Batch) -> bool:
        """Return True if another request was confirmed since the last failure of this batch."""
        return self._breaker.confirmed > batch.confirmed_seen

    def _failed_aside(self, batch: Batch, failure: Failure, now: Now, *, was_hastened: bool) -> None:
        # The attempt counts towards dropping the event only if other requests are confirmed meanwhile. Attempts made by
        # flush() do not count, because a loop of flush() calls would use them up.
        is_alone = self.others_are_confirmed(batch) or self._breaker.is_working(now)
        counts = is_alone and not was_hastened and not self._breaker.is_open
        for dropped, reason in self._backlog.aside.failed(batch, failure, now, counts=counts):
            self._backlog.drop(dropped, reason, failure)
        batch.confirmed_seen = self._breaker.confirmed

    def _retry(self, batch: Batch, failure: Failure, now: Now) -> None:
        batch.due = self._breaker.failed(batch.place, failure, now)
        self._backlog.retries.add(batch)
        self._warn(failure)

    def _retry_or_isolate(self, batch: Batch, failure: Failure, now: Now) -> None:
        if self._is_excusable(batch, failure):
            batch.failures, batch.is_excused = 0, True
            batch.confirmed_seen = self._breaker.confirmed
            self._retry(batch, failure, now)
            return
        batch.failures += 1
        batch.is_suspect = batch.is_suspect or self._is_suspicious(batch, failure, now)
        batch.confirmed_seen = self._breaker.confirmed
        if batch.is_suspect and not self._breaker.is_open and self._breaker.in_a_row < MOST_IN_A_ROW:
            if batch.is_single and failure.cause == "timeout" and batch.timeouts == 1:
                self._retry(batch, failure, now)  # still in order, but with a short timeout: an outage may have begun
            else:
                self._isolate(batch, failure, now)
        elif batch.is_suspect and not self._breaker.is_open and failure.cause == "denied":
            # The key was accepted before: only other requests can show whether it is refused now.
            batch.due = now.monotonic + self._limits.first_probe_interval
            self._backlog.retries.add(batch)
        elif self._splits(batch, failure):
            self._split(batch, failure, now)
        else:
            self._retry(batch, failure, now)

    def _split(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Halve a batch that may or may not be at fault."""
        until = self._breaker.failed(batch.place, failure, now)
        halves = batch.halves()
        self._backlog.replace(batch, halves)
        self._breaker.inherit(halves[0].place, failure)
        if failure.cause == "denied" and batch.failures == 1 and not self._breaker.is_open:
            # The halves show whether the key or an event is at fault. They are sent at once only if no other request
            # can show this sooner: otherwise a withdrawn key would cost five requests instead of three.
            if self._breaker.is_working(now):
                halves[0].due = now.monotonic + self._limits.first_pause
                halves[1].due = now.monotonic + self._limits.first_probe_interval
            return
        for half in halves:
            half.due = until
        self._warn(failure)

    def _is_excusable(self, batch: Batch, failure: Failure) -> bool:
        """Return True, once for each batch, if the service may have been down when it was sent, and works again."""
        has_recovered = self._breaker.confirmed > batch.confirmed_when_sent
        may_have_been_down = batch.was_sent_after_failure and not (batch.is_excused or batch.is_suspect)
        return failure.cause == "timeout" and has_recovered and may_have_been_down

    def _is_suspicious(self, batch: Batch, failure: Failure, now: Now) -> bool:
        """Return True if a batch keeps failing while others are confirmed."""
        if failure.cause == "missing":
            return self._breaker.is_working(now)
        if failure.cause == "timeout" and self._breaker.confirmed > batch.confirmed_when_sent:
            return True  # other requests were confirmed while this one hung
        return batch.failures > 1 and self.others_are_confirmed(batch)

    def _splits(self, batch: Batch, failure: Failure) -> bool:
        """Return True if a batch is to be halved although it may not be at fault.

        After the first failures, batches are halved rarely, so that a long outage does not fragment the backlog.
        """
        if batch.is_single:
            return False
        if self._breaker.failures < _MOST_EARLY_FAILURES:
            return batch.is_half or failure.cause == "denied" or batch.failures >= self._limits.failures_before_split
        times, rest = divmod(batch.failures, self._limits.failures_before_split)
        return rest == 0 and (times & (times - 1)) == 0

    def _isolate(self, batch: Batch, failure: Failure, now: Now) -> None:
        """Halve a batch that fails while others are confirmed. If the batch has only one event, set the event aside."""
        self._backlog.batch_size.failed()
        if batch.is_single:
            self._backlog.set_aside(batch, failure, now)
            return
        halves = batch.halves()
        seconds = pause(0, now.random, failure.retry_after) if failure.cause == "overloaded" else failure.retry_after
        for half in halves:
            half.is_suspect = True
            half.due = now.monotonic + seconds
        self._backlog.replace(batch, halves)

    def _refused(self, batch: Batch, failure: Failure) -> None:
        if batch.is_single:
            self._backlog.drop(batch, "refused", failure)
        else:
            self._backlog.batch_size.failed()
            self._backlog.replace(batch, batch.halves())

    def _made_smaller(self, batch: Batch, failure: Failure, now: Now) -> bool:
        """Make a batch with too large a body smaller; return False if the size was not at fault, or cannot shrink."""
        if failure.cause == "reset":
            # Some middleboxes reset connections with large bodies. A single event is truncated only if it fails again.
            if batch.sent_bytes <= self._limits.large_body or (batch.is_single and not batch.failures):
                return False
        elif failure.cause != "too_large":
            return False
        if not batch.is_single:
            self._backlog.batch_size.too_large(batch.sent_bytes)
            self._backlog.replace(batch, batch.halves())
            return True
        if not batch.truncate(self._limits.smallest):
            return False
        self._log.warn("cut", "an event was too large for the service and was cut")
        if batch in self._backlog.aside.batches:
            self._backlog.aside.retry_now(batch, now)
        else:
            self._breaker.forget(batch.place)
            batch.failures, batch.due = 0, now.monotonic
            self._backlog.retries.add(batch)
        return True

    def _warn(self, failure: Failure) -> None:
        if failure.cause != "denied":
            self._log.warn(OUTAGE, f"events wait: {failure.words}")
            return
        question = f"the service answered {failure.status}: is the key right, and the base URL?"
        kept = f"Events are kept; one request every {self._limits.probe_interval:.0f} s tries again"
        self._log.warn(DENIED, f"{question} {kept}", level=logging.ERROR)
