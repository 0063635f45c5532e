"""Waits for the delivery of a run's events, and reports events that are pending, lost or refused."""

from typing import TYPE_CHECKING, NamedTuple

from .._tracing.delivery.counters import FAILURES, Stats

if TYPE_CHECKING:
    from .._tracing.tracer import Tracer
    from .run_journal import RunJournal


class Delivered(NamedTuple):
    """The outcome of delivering a run's events."""

    problems: list[str]
    """A message for each kind of undelivered event."""
    is_retried: bool
    """True if resuming the run would deliver some of the undelivered events."""
    is_refused: bool
    """True if the service permanently refused some events."""


def deliver(tracer: "Tracer", journal: "RunJournal", timeout: float, before: Stats) -> Delivered:
    """Wait up to ``timeout`` seconds for the delivery of all events. ``before`` has the counters of the run's start."""
    flushed = tracer.flush(timeout)
    dropped = {
        reason: count - before.dropped.get(reason, 0)
        for reason, count in tracer.stats().dropped.items()
        if reason != "sampled" and count > before.dropped.get(reason, 0)
    }
    refused = sum(count for reason, count in dropped.items() if reason in FAILURES)
    lost = sum(dropped.values()) - refused
    problems = [journal.problem] if journal.problem else []
    if flushed.pending:
        problems.append(f"{flushed.pending} events are not delivered yet")
    if lost:
        problems.append(f"{lost} events were dropped before they were sent ({_reasons(dropped)})")
    if refused:
        kept = f"; their rows are kept in {journal.path}" if journal.path else ""
        problems.append(
            f"the service refused {refused} events ({_reasons(dropped)}) and would refuse them again{kept}; the log of "
            "honeyhive names each refused event"
        )
    return Delivered(problems, bool(flushed.pending or lost), bool(refused))


def _reasons(dropped: dict[str, int]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in dropped.items())
