"""One change between two documents, those it affects and the version step that it requires."""

import hashlib
from collections.abc import Iterable
from enum import IntEnum
from typing import Final, Literal

from attrs import frozen

Side = Literal["request", "reply", "code", "python", "languages", "words"]
"""Those affected: senders, readers, all generated code, the Python client, other generated clients, or nobody."""

Audience = Literal["wire", "python", "languages"]
"""Programs that speak HTTP, users of the Python client, users of clients generated for other languages."""

_ALL: Final[tuple[Audience, ...]] = ("wire", "python", "languages")
AUDIENCES: Final[dict[Side, tuple[Audience, ...]]] = {
    "request": _ALL,
    "reply": _ALL,
    "code": ("python", "languages"),
    "python": ("python",),
    "languages": ("languages",),
    "words": (),
}


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
    at: str = ""
    """The property that the change is about, inside the place."""
    users: tuple[str, ...] = ()
    """The operations that hold the changed schema, where it has a name of its own."""
    old_line: str = ""
    """Where the old document states it, as ``file:line``; empty if it does not."""
    new_line: str = ""
    """The same for the new document."""
    approved: str = ""
    """Who approved a breaking change, why, and until when."""

    @property
    def id(self) -> str:
        """A name that stays the same as long as the change does, whatever else changes."""
        return hashlib.sha256(f"{self.side}\n{self.where}\n{self.what}".encode()).hexdigest()[:10]

    @property
    def is_breaking(self) -> bool:
        """Return True if a correct client may fail."""
        return self.step is Step.MAJOR

    @property
    def required(self) -> Step:
        """The version step that it requires; an approved change requires the smallest."""
        return Step.PATCH if self.approved else self.step

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Those whose programs may notice it."""
        return AUDIENCES[self.side]


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


def largest_step(changes: Iterable[Change]) -> Step | None:
    """Return the version step that all changes together require."""
    return max((one.required for one in changes), default=None)


def verdicts(changes: Iterable[Change]) -> dict[Audience, Step | None]:
    """Return the largest step that each audience notices, None if it notices no change."""
    listed = list(changes)
    return {name: max((one.step for one in listed if name in one.audiences), default=None) for name in _ALL}
