"""Create, read, update and delete stored definitions of any kind."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from ..model.event_model import DEFAULT_PROJECT, Document
from ..model.http_messages import HTTPError
from ..services.definition_kinds import DefinitionKind
from ..store import definitions
from ..store.db_schema import Row
from .api_request import APIRequest


def iso(microseconds: int) -> str:
    """Return a Unix time, given in microseconds, as an ISO 8601 string."""
    return f"{datetime.fromtimestamp(microseconds / 1e6, UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def known_fields(request: APIRequest, kind: DefinitionKind, sent: Mapping[str, Any]) -> Document:
    """Return the part of a body that is stored, and report unknown keys as lint."""
    request.lint += [f"{key[:60]!r} has no effect" for key in sent if key not in kind.fields and key not in kind.also]
    return {key: sent[key] for key in kind.fields if key in sent}


def new(
    request: APIRequest,
    kind: DefinitionKind,
    sent: Mapping[str, Any],
    *,
    identifier: str | None = None,
    project: str | None = None,
    extra: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[Document, Row]:
    """Return a new definition made from a body, and its database row. By default, its id is a new UUIDv4.

    Raises HTTPError (403) if the request's key does not allow the project.
    """
    created_at = request.store.arrival()
    identifier = identifier or str(uuid4())
    fields = {**kind.fields, **known_fields(request, kind, sent)}
    document = {"id": identifier, **fields, "created_at": iso(created_at), **kind.fixed, **extra}
    owner = project or request.key_project or DEFAULT_PROJECT
    if request.key_project not in (None, owner):
        raise HTTPError(403, f"the key opens only the project {request.key_project!r}, not {owner[:80]!r}")
    return document, definitions.row(kind.key(identifier), owner, document, created_at)


async def create(
    request: APIRequest, kind: DefinitionKind, sent: Mapping[str, Any], *, project: str | None = None
) -> Document:
    """Store a new definition and return it."""
    document, row = new(request, kind, sent, project=project)
    await request.store.change(definitions.insert, [row])
    return document


async def get(request: APIRequest, kind: DefinitionKind, identifier: str, *, project: str | None = None) -> Document:
    """Return one definition. Raises HTTPError (404)."""
    found = await request.store.read(definitions.find, kind.key(identifier, project))
    if found is None:
        raise kind.not_found(identifier)
    return found


async def update(
    request: APIRequest,
    kind: DefinitionKind,
    identifier: str,
    sent: Mapping[str, Any],
    finish: Callable[[Document], Document] = lambda document: document,
    *,
    project: str | None = None,
) -> Document:
    """Replace the sent keys of a definition and return it. Raises HTTPError (404).

    ``finish`` gets the whole changed definition, and returns the definition to store.
    """
    updated_at = request.store.arrival()
    changes = {**known_fields(request, kind, sent), "updated_at": iso(updated_at)}
    changed = await request.store.change(
        definitions.change, kind.key(identifier, project), lambda stored: finish({**stored, **changes}), updated_at
    )
    if changed is None:
        raise kind.not_found(identifier)
    return changed


async def delete(request: APIRequest, kind: DefinitionKind, identifier: str, *, project: str | None = None) -> None:
    """Delete one definition. Raises HTTPError (404)."""
    if not await request.store.change(definitions.remove, kind.key(identifier, project)):
        raise kind.not_found(identifier)
