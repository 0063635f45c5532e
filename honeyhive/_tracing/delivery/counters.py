"""Counters of accepted, delivered, pending and dropped records."""

import threading
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, get_args

from ..flushed import Flushed

if TYPE_CHECKING:
    from .records import Record

Reason: TypeAlias = Literal[
    "queue_full",
    "sampled",
    "closed",
    "refused",
    "too_large",
    "server_error",
    "not_found",
    "unsent",
    "expired",
    "damaged",
    "unconfirmed",
    "error",
]
FAILURES: Final[frozenset[str]] = frozenset({"refused", "too_large", "server_error", "not_found", "unconfirmed"})
"""Reasons for drops that come from the service. Others come from the client, and ``sampled`` is the user's choice."""


class Stats(NamedTuple):
    """Counters of all finished log calls, and of the records that earlier processes left in the spool.

    ``accepted + recovered == delivered + pending + sum(dropped.values())``. Each session start, event, session end and
    feedback counts as one record.
    """

    accepted: int
    delivered: int
    pending: int
    dropped: dict[str, int]
    """Number of dropped records by reason.

    queue_full, sampled, closed (logged after close), refused (400, 409, 422, or repeatedly another 4xx), too_large,
    server_error, unconfirmed (no reply confirms it), not_found (feedback for an unknown event), unsent (pending when
    the client was closed), expired (too long in the spool), damaged (unreadable in the spool), error (a bug of the
    SDK, shown in the log, or no room below the recursion limit).
    """
    pending_bytes: int
    requests: int
    """Requests that were answered or failed so far."""
    recovered: int = 0
    """Records found in the spool, left there by processes that have ended."""
    set_aside: int = 0
    """Pending records that failed while others were delivered. They are retried with growing pauses."""


class Counters:
    """Counters of one client. Log calls and the worker each write only their own fields."""

    def __init__(self) -> None:
        self.admitted = 0
        """Records accepted into the queue."""
        self.recovered = 0
        """Records found in the spool."""
        # Every reason is there from the start: a lookup with a default is a call, which a signal handler may interrupt.
        self.dropped: Counter[str] = Counter(dict.fromkeys(get_args(Reason), 0))
        """Records that were dropped before they got into the queue, by reason."""
        self.delivered = 0
        self.failed: Counter[str] = Counter()
        """Pending records that the worker dropped, by reason."""
        self.requests = 0
        self.losses: int = 0
        """Records dropped for any reason but sampling."""
        self._reported: Counter[str] = Counter()
        self._losses_reported = 0
        self._admitted_at_overflow = -1
        self._reporting = threading.RLock()

    def drop(self, reason: Reason, record: "Record | None" = None) -> None:
        """Count a record that a log call could not put into the queue."""
        if record is not None:
            record.number = -1
        self.dropped[reason] += 1
        self.losses += reason != "sampled"
        if reason == "queue_full":
            self._admitted_at_overflow = self.admitted

    def fail(self, reason: Reason, count: int = 1) -> None:
        """Count pending records as dropped."""
        self.failed[reason] += count
        self.losses += count

    def unreported_drops(self) -> dict[str, int]:
        """Return the number of records dropped since the last call, by reason, to report them with the next event.

        Records sampled out are not reported. Empty while the queue is full, because the next event is dropped too.
        """
        if self.losses == self._losses_reported or self.admitted == self._admitted_at_overflow:
            return {}
        with self._reporting:
            self._losses_reported = self.losses
            dropped = self.dropped + self.failed
            news = dropped - self._reported
            self._reported = dropped
        news.pop("sampled", None)
        return dict(news)

    def stats(self, pending_bytes: int = 0, set_aside: int = 0) -> Stats:
        """Return the current counters. Every record that is neither delivered nor dropped is pending."""
        # The counter that grows last is read first, so that a record in transit counts as pending, not as missing.
        delivered, failed, requests = self.delivered, self.failed.copy(), self.requests
        dropped = self.dropped.copy()
        recovered = self.recovered
        pending = self.admitted + recovered - delivered - failed.total()
        accepted = pending + delivered + failed.total() + dropped.total() - recovered
        return Stats(
            accepted, delivered, pending, dict(dropped + failed), pending_bytes, requests, recovered, set_aside
        )

    def flushed(self, pending: int, kept: int = 0) -> Flushed:
        """Return the result of a flush that left ``pending`` records; the spool holds ``kept`` records."""
        dropped = self.dropped + self.failed
        failed = sum(count for reason, count in dropped.items() if reason in FAILURES)
        lost = dropped.total() - failed - dropped["sampled"]
        return Flushed(self.delivered, pending, failed, lost, min(kept, pending))
