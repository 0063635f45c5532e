"""Delivery of a run's rows: what the service has, what waits for it, and what it will never take."""

from typing import TYPE_CHECKING, NamedTuple

from .._tracing.delivery.counters import FAILURES, Stats

if TYPE_CHECKING:
    from .._tracing.tracer import Tracer
    from .run_journal import Journal


class Delivered(NamedTuple):
    """Events that are missing at the service."""

    problems: list[str]
    is_retried: bool
    """True if the same run delivers them later."""
    is_refused: bool
    """True if the service will never take some of them."""


def deliver(tracer: "Tracer", journal: "Journal", timeout: float, before: Stats) -> Delivered:
    """Wait until the rows are stored, and say what is not; ``before`` are the counters at the beginning."""
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
        problems.append(f"{flushed.pending} events wait for the service")
    if lost:
        problems.append(f"{lost} events were dropped before they were sent ({_reasons(dropped)})")
    if refused:
        kept = f"; their rows stay in {journal.path}" if journal.path else ""
        problems.append(
            f"the service refused {refused} events ({_reasons(dropped)}), and would refuse them again{kept}; the "
            "log of honeyhive names each"
        )
    return Delivered(problems, bool(flushed.pending or lost), bool(refused))


def _reasons(dropped: dict[str, int]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in dropped.items())
