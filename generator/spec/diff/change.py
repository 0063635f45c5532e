"""One change between two documents and the version step that it requires."""

from enum import IntEnum
from typing import Literal

from attrs import frozen

Side = Literal["request", "reply", "code", "words"]
"""Those affected: senders, readers, users of a generated name, or nobody."""


class Step(IntEnum):
    """The version step that a change requires."""

    PATCH = 1
    """No program can notice it."""
    MINOR = 2
    """An addition that no existing client has to handle."""
    MAJOR = 3
    """A correct client may fail."""


@frozen
class Change:
    """One change."""

    where: str
    what: str
    side: Side
    step: Step
    users: tuple[str, ...] = ()
    """The operations that hold the changed schema, where it has a name of its own."""

    @property
    def is_breaking(self) -> bool:
        """Return True if a correct client may fail."""
        return self.step is Step.MAJOR


def breaking(where: str, what: str, side: Side) -> Change:
    """Return a breaking change."""
    return Change(where, what, side, Step.MAJOR)


def compatible(where: str, what: str, side: Side) -> Change:
    """Return a compatible change."""
    return Change(where, what, side, Step.MINOR)


def judged(where: str, what: str, side: Side, *, narrowed: bool = False, widened: bool = False) -> Change:
    """Return a change of the valid values: narrowed requests break senders, widened replies break readers."""
    breaks = narrowed if side == "request" else widened
    return breaking(where, what, side) if breaks else compatible(where, what, side)


def inside(where: str, part: str) -> str:
    """Return a place inside another: `schema Event: inputs.question`, `POST /events: request body[]`."""
    if ": " not in where:
        return f"{where}: {part}"
    return f"{where}{part if part[0] in '[/' else f'.{part}'}"


def root_of(where: str) -> str:
    """Return the operation or the schema that a place is in."""
    return where.partition(": ")[0]
