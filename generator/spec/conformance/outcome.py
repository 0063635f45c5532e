"""Comparison of the requests of a client with the kit."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from .received import Received, produces


@frozen
class Outcome:
    """Result of a conformance run, in which a client sends requests to the listener."""

    faulty: tuple[str, ...]
    """The received requests that have faults, each with its faults."""
    sent: tuple[str, ...]
    """Names of the requests of the kit that were sent."""
    missing: tuple[str, ...]
    """Names of the requests of the kit that were not sent."""

    def __str__(self) -> str:
        lines = [*(f"wrong    {line}" for line in self.faulty), *(f"sent     {name}" for name in self.sent)]
        lines += [f"missing  {name}" for name in self.missing]
        count = f"{len(self.sent)} of {len(self.sent) + len(self.missing)} requests of the kit sent"
        return "\n".join([*lines, f"{count}, {len(self.faulty)} faults"])


def report(kit: dict[str, Any], received: Sequence[tuple[Received, list[str]]]) -> Outcome:
    """Return the faults, and the sent and missing requests of the kit."""
    wanted = kit["requests"]
    sent = [one["name"] for one in wanted if any(produces(request, one) for request, _ in received)]
    return Outcome(
        tuple(f"{one.method} {one.target}: {fault}" for one, faults in received for fault in faults),
        tuple(sent),
        tuple(one["name"] for one in wanted if one["name"] not in sent),
    )
