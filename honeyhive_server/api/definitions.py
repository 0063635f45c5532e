"""Stored definitions: made, found, changed and deleted alike, whatever they define."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from ..model.event_model import DEFAULT_PROJECT, Document
from ..model.http_error import Refusal
from ..store import objects as definitions
from ..store.objects import Key
from ..store.schema import Row
from .request import Call


@dataclass(frozen=True)
class Kind:
    """What a kind of definition is made of."""

    name: str
    fields: Mapping[str, Any]
    """The keys that are stored, and what each is where it is not sent."""
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """What else each has from the start."""
    also: frozenset[str] = frozenset()
    """Keys of a body that are read but not stored as they are."""

    def key(self, identifier: str, project: str | None = None) -> Key:
        """What a definition of this kind is found by, in any project or in one."""
        return Key(self.name, identifier, project)

    def missing(self, identifier: str) -> Refusal:
        """The refusal (404) of an id that is not there."""
        return Refusal(404, f"no {self.name.replace('_', ' ')} has the id {identifier[:80]!r}")


def iso(microseconds: int) -> str:
    """A Unix time in microseconds as ISO 8601 text."""
    return f"{datetime.fromtimestamp(microseconds / 1e6, UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def kept(call: Call, kind: Kind, sent: Mapping[str, Any]) -> Document:
    """The keys of a body that are stored; others are lint."""
    call.lint += [f"{key[:60]!r} has no effect" for key in sent if key not in kind.fields and key not in kind.also]
    return {key: sent[key] for key in kind.fields if key in sent}


def new(
    call: Call, kind: Kind, sent: Mapping[str, Any], *, identifier: str | None = None, project: str = DEFAULT_PROJECT
) -> tuple[Document, Row]:
    """A definition made of a body, and its row; the id is a new UUIDv4 where none is given."""
    created_at = call.store.arrival()
    identifier = identifier or str(uuid4())
    document = {"id": identifier, **kind.fields, **kept(call, kind, sent), "created_at": iso(created_at), **kind.fixed}
    return document, definitions.row(kind.key(identifier), project, document, created_at)


async def create(call: Call, kind: Kind, sent: Mapping[str, Any], *, project: str = DEFAULT_PROJECT) -> Document:
    """Store a new definition."""
    document, row = new(call, kind, sent, project=project)
    await call.store.change(definitions.insert, call.store.dialect, [row])
    return document


async def get(call: Call, kind: Kind, identifier: str, *, project: str | None = None) -> Document:
    """One definition. Raises Refusal (404)."""
    found = await call.store.read(definitions.find, kind.key(identifier, project))
    if found is None:
        raise kind.missing(identifier)
    return found


async def update(
    call: Call,
    kind: Kind,
    identifier: str,
    sent: Mapping[str, Any],
    finish: Callable[[Document], Document] = lambda document: document,
    *,
    project: str | None = None,
) -> Document:
    """One definition after the keys that were sent are in the place of those stored. Raises Refusal (404).

    finish makes of the whole what is stored.
    """
    updated_at = call.store.arrival()
    changes = {**kept(call, kind, sent), "updated_at": iso(updated_at)}
    changed = await call.store.change(
        definitions.change, kind.key(identifier, project), lambda stored: finish({**stored, **changes}), updated_at
    )
    if changed is None:
        raise kind.missing(identifier)
    return changed


async def delete(call: Call, kind: Kind, identifier: str, *, project: str | None = None) -> None:
    """Delete one definition. Raises Refusal (404)."""
    if not await call.store.change(definitions.remove, kind.key(identifier, project)):
        raise kind.missing(identifier)
