"""The books: what was accepted, and what became of it."""

import threading
from collections import Counter
from typing import Final, Literal, NamedTuple, TypeAlias

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
]
FAILURES: Final[frozenset[str]] = frozenset({"refused", "too_large", "server_error", "not_found", "unconfirmed"})
"""Reasons that the service gave; the others are the queue's own, and ``sampled`` is the user's wish."""


class Stats(NamedTuple):
    """What became of every log call that returned, and of what earlier processes left in the spool.

    ``accepted + recovered == delivered + pending + sum(dropped.values())``. Session starts, events, session ends and
    feedback count as one each.
    """

    accepted: int
    delivered: int
    pending: int
    dropped: dict[str, int]
    """By reason: queue_full, sampled, closed (logged after close), refused (400, 422; other 4xx again and again),
    too_large, server_error, unconfirmed (no reply confirms it), not_found (feedback for an unknown event), unsent (left
    when the client was closed), expired (too long in the spool), damaged (unreadable in the spool)."""
    pending_bytes: int
    requests: int
    """Requests that were answered or failed so far."""
    recovered: int = 0
    """Found in the spool, left there by processes that have ended."""
    set_aside: int = 0
    """Records of ``pending`` that failed while others were delivered: they are tried again with growing pauses."""


class Flushed(NamedTuple):
    """What flush() and close() found: true only if all that was logged before the call is stored by the service.

    ``delivered``, ``failed`` and ``dropped`` count since the client was made. Sampling is no loss.
    """

    delivered: int
    pending: int
    """Logged before the call and not delivered yet, what was found in the spool included."""
    failed: int
    """Given up because the service refused them."""
    dropped: int
    """Lost on this side: the queue was full, or the client closed."""
    kept: int = 0
    """How many of ``pending`` are in the spool, where the end of the process does not lose them."""

    def __bool__(self) -> bool:
        return not (self.pending or self.failed or self.dropped)


class Books:
    """The counters. The side of the callers and the side of the worker each write their own."""

    def __init__(self) -> None:
        self.admitted = 0
        """Records that came into the queue."""
        self.recovered = 0
        """Records that were found in the spool."""
        self.turned_away: Counter[str] = Counter()
        """Dropped by the side of the callers, by reason."""
        self.delivered = 0
        self.given_up: Counter[str] = Counter()
        """Dropped by the side of the worker, by reason."""
        self.requests = 0
        self._told: Counter[str] = Counter()
        self.losses: int = 0
        self._losses_told = 0
        """Records dropped for another reason than sampling."""
        self._admitted_at_loss = -1
        self._telling = threading.RLock()

    def turn_away(self, reason: Reason) -> None:
        """A log call returned, but its record went no further."""
        self.turned_away[reason] += 1
        self.losses += reason != "sampled"
        if reason == "queue_full":
            self._admitted_at_loss = self.admitted

    def give_up(self, reason: Reason, count: int = 1) -> None:
        """Records that were pending are lost."""
        self.given_up[reason] += count
        self.losses += count

    def untold(self) -> dict[str, int]:
        """What was dropped since the last call, by reason, without what was sampled: it travels with a later event.

        Nothing while the queue is full: the event would be dropped with the news.
        """
        if self.losses == self._losses_told or self.admitted == self._admitted_at_loss:
            return {}
        with self._telling:
            self._losses_told = self.losses
            dropped = self.turned_away + self.given_up
            news = dropped - self._told
            self._told = dropped
        news.pop("sampled", None)
        return dict(news)

    def stats(self, pending_bytes: int = 0, set_aside: int = 0) -> Stats:
        """The counters now; what was neither delivered nor dropped is pending."""
        # Read first what grows last, so that a record on its way is pending rather than missing.
        delivered, given_up, requests = self.delivered, self.given_up.copy(), self.requests
        turned_away = self.turned_away.copy()
        recovered = self.recovered
        pending = self.admitted + recovered - delivered - given_up.total()
        accepted = pending + delivered + given_up.total() + turned_away.total() - recovered
        dropped = dict(turned_away + given_up)
        return Stats(accepted, delivered, pending, dropped, pending_bytes, requests, recovered, set_aside)

    def flushed(self, pending: int, kept: int = 0) -> Flushed:
        """The counters as the answer to a flush; ``kept`` records are in the spool."""
        dropped = self.turned_away + self.given_up
        failed = sum(count for reason, count in dropped.items() if reason in FAILURES)
        lost = dropped.total() - failed - dropped["sampled"]
        return Flushed(self.delivered, pending, failed, lost, min(kept, pending))
