"""A change between two documents, the users it affects and the version step it requires."""

import hashlib
from collections.abc import Iterable
from enum import IntEnum
from typing import Final, Literal

from attrs import frozen

Side = Literal["request", "reply", "code", "python", "languages", "words"]
"""Affected part: requests, replies, all generated code, the Python client, other generated clients, or only prose."""

Audience = Literal["wire", "python", "languages"]
"""Programs that speak HTTP, users of the Python client, and users of clients in other languages."""

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
    """No program notices the change."""
    MINOR = 2
    """An addition that existing clients can ignore."""
    MAJOR = 3
    """A correct client may fail."""


@frozen
class Change:
    """A change between two documents."""

    where: str
    what: str
    side: Side
    step: Step
    at: str = ""
    """Name of the changed property at the place."""
    users: tuple[str, ...] = ()
    """Operations that use the changed schema, if the schema has a name."""
    old_line: str = ""
    """Place in the old document, as ``file:line``; empty if the old document does not have the place."""
    new_line: str = ""
    """Place in the new document, as ``file:line``; empty if the new document does not have the place."""
    approved: str = ""
    """Approval of a breaking change: who approved it, why and until when; empty if it is not approved."""

    @property
    def id(self) -> str:
        """Stable id, which does not depend on other changes."""
        return hashlib.sha256(f"{self.side}\n{self.where}\n{self.what}".encode()).hexdigest()[:10]

    @property
    def is_breaking(self) -> bool:
        """Return True if a correct client may fail."""
        return self.step is Step.MAJOR

    @property
    def required(self) -> Step:
        """Version step that the change requires. An approved change requires only a patch."""
        return Step.PATCH if self.approved else self.step

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Audiences whose programs may notice the change."""
        return AUDIENCES[self.side]


def breaking(where: str, what: str, side: Side) -> Change:
    """Return a change that may make a correct client fail."""
    return Change(where, what, side, Step.MAJOR)


def compatible(where: str, what: str, side: Side) -> Change:
    """Return a change that no correct client fails on."""
    return Change(where, what, side, Step.MINOR)


def judged(where: str, what: str, side: Side, *, narrowed: bool = False, widened: bool = False) -> Change:
    """Return a change of the valid values. Fewer valid requests break senders, and more valid replies break readers."""
    breaks = narrowed if side == "request" else widened
    return breaking(where, what, side) if breaks else compatible(where, what, side)


def inside(where: str, part: str) -> str:
    """Return the place of a part inside a place: `schema Event: inputs.question`, `POST /events: request body[]`."""
    if ": " not in where:
        return f"{where}: {part}"
    return f"{where}{part if part[0] in '[/' else f'.{part}'}"


def root_of(where: str) -> str:
    """Return the operation or schema of a place."""
    return where.partition(": ")[0]


def largest_step(changes: Iterable[Change]) -> Step | None:
    """Return the version step that all changes require together, or None without changes."""
    return max((one.required for one in changes), default=None)


def verdicts(changes: Iterable[Change]) -> dict[Audience, Step | None]:
    """Return the largest version step for each audience; None if no change affects the audience."""
    listed = list(changes)
    return {name: max((one.step for one in listed if name in one.audiences), default=None) for name in _ALL}
