"""Handlers that create API keys of a project. Each key is returned once, and stored as its SHA-256."""

import secrets
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.event_model import DEFAULT_PROJECT
from ..model.http_messages import HTTPError
from ..services.issued_keys import PREFIXES, IssuedKey, insert_key
from ..store import definitions, session_projects
from .api_request import APIRequest
from .definition_crud import iso
from .permissions import permissions_for
from .scope_handlers import PROJECT


async def create_data_plane_api_key(request: APIRequest) -> bytes:
    """Store a key with permissions and an expiry time."""
    expires_at = _time(request.body["expires_at"])
    if expires_at <= datetime.now(UTC):
        raise HTTPError(400, "expires_at: must be in the future")
    known = {name for each in request.contract.operations.values() for name in permissions_for(each)}
    unknown = sorted(set(request.body["permissions"]) - known)
    request.lint += [f"permissions: {each[:60]!r} opens no operation of this server" for each in unknown]
    shown = {"permissions": request.body["permissions"], "expires_at": request.body["expires_at"]}
    return await _create(request, "data_plane", shown, expires_at.timestamp())


async def create_ingestion_api_key(request: APIRequest) -> bytes:
    """Store a key that only writes sessions and events of its project."""
    return await _create(request, "ingestion", {}, None)


async def _create(request: APIRequest, kind: str, shown: dict[str, Any], expires_at: float | None) -> bytes:
    project_id = request.path["project_id"]
    value = f"{PREFIXES[kind]}{secrets.token_urlsafe(32)}"
    key = IssuedKey(kind, project_id, shown.get("permissions", ()), expires_at)
    created_at = request.store.arrival()
    name = await request.store.change(_insert, value, key, created_at)
    if name is None:
        raise PROJECT.not_found(project_id)
    data = {"key_value": value, "key_id": secrets.token_hex(12), **shown, "name": request.body["name"]}
    scope = {"root_scope_type": "project", "root_scope_id": project_id, "created_at": iso(created_at)}
    description = request.body.get("description")
    return orjson.dumps({"success": True, "data": {**data, "description": description, **scope}})


def _insert(connection: Connection, value: str, key: IssuedKey, created_at: int) -> str | None:
    """Store a key and return the name of its project, or None if the project does not exist."""
    stored = definitions.find(connection, PROJECT.key(key.project_id))
    # A project also exists if a session names it; its id is then its name.
    known = {DEFAULT_PROJECT, *session_projects.names(connection)}
    name = stored["name"] if stored is not None else key.project_id if key.project_id in known else None
    if name is not None:
        insert_key(connection, value, key, name, created_at)
    return name


def _time(text: str) -> datetime:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise HTTPError(400, f"expires_at: not an ISO 8601 time: {text[:60]!r}") from None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
