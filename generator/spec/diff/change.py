"""One change between two documents, with its verdict."""

from enum import IntEnum
from typing import Literal

from attrs import frozen

Side = Literal["request", "reply", "code", "words"]
"""Whom a change is for: those who send, those who read, those whose generated code has a name changed, or nobody."""


class Step(IntEnum):
    """The step of the version that a change asks for."""

    PATCH = 1
    """Nothing that a program could notice."""
    MINOR = 2
    """New, or noticed only by those who want to."""
    MAJOR = 3
    """Breaking: a client that was right may fail."""


@frozen
class Change:
    """One change: where, what, for whom, and the step it asks for."""

    where: str
    what: str
    side: Side
    step: Step
    users: tuple[str, ...] = ()
    """The operations that hold the changed schema, where it has a name of its own."""

    @property
    def is_breaking(self) -> bool:
        """Whether a client that was right may fail."""
        return self.step is Step.MAJOR


def breaking(where: str, what: str, side: Side) -> Change:
    """A change that breaks someone."""
    return Change(where, what, side, Step.MAJOR)


def compatible(where: str, what: str, side: Side) -> Change:
    """A change that breaks nobody."""
    return Change(where, what, side, Step.MINOR)


def judged(where: str, what: str, side: Side, *, narrowed: bool = False, widened: bool = False) -> Change:
    """A change of what is valid: fewer requests break the sender, more replies break the reader, both break both."""
    breaks = narrowed if side == "request" else widened
    return breaking(where, what, side) if breaks else compatible(where, what, side)


def inside(where: str, part: str) -> str:
    """The place of a part inside another place: `schema Event: inputs.question`, `POST /events: request body[]`."""
    if ": " not in where:
        return f"{where}: {part}"
    return f"{where}{part if part[0] in '[/' else f'.{part}'}"


def root_of(where: str) -> str:
    """The operation or the schema that a place is in."""
    return where.partition(": ")[0]
