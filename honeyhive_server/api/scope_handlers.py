"""Handlers for virtual data planes, the workspaces in them, and the projects in these.

One organization, one virtual data plane and one workspace exist from the start.
"""

import re
from typing import Any, Final

import orjson
from sqlalchemy import Connection

from ..model.event_model import WORKSPACE_ID, Document
from ..model.http_messages import HTTPError
from ..services.definition_kinds import DefinitionKind
from ..services.issued_keys import remove_keys
from ..store import definitions
from ..store.db_schema import Row
from ..store.project_names import PROJECT_KIND
from .api_request import APIRequest
from .definition_crud import get, new, update

VIRTUAL_DATAPLANE_ID: Final = "local-dataplane"
VIRTUAL_DATAPLANE: Final = DefinitionKind(
    "virtual_dataplane",
    {"name": None, "cluster_id": "local-cluster"},
    {"updated_at": None},
    also=frozenset({"slug", "dataplane_creator"}),
)
WORKSPACE: Final = DefinitionKind(
    "workspace",
    {"name": None, "description": ""},
    {"updated_at": None},
    also=frozenset({"slug", "workspace_creator"}),
)
PROJECT: Final = DefinitionKind(
    PROJECT_KIND, {"name": None, "description": ""}, {"updated_at": None}, also=frozenset({"project_creator"})
)
_INSIDE: Final = {VIRTUAL_DATAPLANE.name: WORKSPACE, WORKSPACE.name: PROJECT}
_NAME: Final = re.compile(r"(?! )[\w '&-]*[^\W_][\w '&-]*")
_SLUG: Final = re.compile(r"[A-Za-z0-9_]+")
# Keys of the stored document that are left out of responses.
_INTERNAL: Final = ("parent_id", "slug")


async def create_virtual_dataplane(request: APIRequest) -> bytes:
    """Store a virtual data plane. The local server accepts every organization id."""
    return await _create(request, VIRTUAL_DATAPLANE, request.path["org_id"])


async def create_workspace(request: APIRequest) -> bytes:
    """Store a workspace. Raises HTTPError (404) without its virtual data plane."""
    parent = request.path["virtual_dataplane_id"]
    if parent != VIRTUAL_DATAPLANE_ID:
        await get(request, VIRTUAL_DATAPLANE, parent)
    return await _create(request, WORKSPACE, parent)


async def create_project(request: APIRequest) -> bytes:
    """Store a project. Raises HTTPError (404) without its workspace."""
    parent = request.path["workspace_id"]
    if parent != WORKSPACE_ID:
        await get(request, WORKSPACE, parent)
    return await _create(request, PROJECT, parent)


async def _create(request: APIRequest, kind: DefinitionKind, parent: str) -> bytes:
    slug = None if kind is PROJECT else _slug(request.body)
    document, row = new(request, kind, request.body, extra={"parent_id": parent, "slug": slug})
    rows = [row]
    if slug is not None:
        # A separate definition, whose unique key keeps the slug unique between servers.
        taken = DefinitionKind(f"{kind.name}_slug", {})
        rows.append(definitions.row(taken.key(slug), row["project"], {"id": slug}, row["created_at"]))
    await request.store.change(_insert, rows, slug)
    return _reply(document)


def _insert(connection: Connection, rows: list[Row], slug: str | None) -> None:
    if not definitions.insert(connection, rows):
        raise HTTPError(409, f"slug: {slug!r} is taken")


def _slug(body: Document) -> str:
    """Return the slug of a body, or a slug made from its name. Raises HTTPError (400)."""
    if not _NAME.fullmatch(body["name"]):
        raise HTTPError(400, "name: needs a letter or digit, and allows only letters, digits, spaces and _ - ' &")
    slug = str(body.get("slug") or re.sub(r"\W+", "_", body["name"].lower()).strip("_") or "_")
    if "slug" in body and not _SLUG.fullmatch(slug):
        raise HTTPError(400, "slug: only letters, digits and _ are allowed")
    return slug


async def get_virtual_dataplane(request: APIRequest) -> bytes:
    """Return one virtual data plane."""
    return _reply(await get(request, VIRTUAL_DATAPLANE, request.path["virtual_dataplane_id"]))


async def get_workspace(request: APIRequest) -> bytes:
    """Return one workspace."""
    return _reply(await get(request, WORKSPACE, request.path["workspace_id"]))


async def get_project(request: APIRequest) -> bytes:
    """Return one project."""
    return _reply(await get(request, PROJECT, request.path["project_id"]))


async def update_virtual_dataplane(request: APIRequest) -> bytes:
    """Rename a virtual data plane."""
    return await _update(request, VIRTUAL_DATAPLANE, request.path["virtual_dataplane_id"])


async def update_workspace(request: APIRequest) -> bytes:
    """Update a workspace."""
    return await _update(request, WORKSPACE, request.path["workspace_id"])


async def update_project(request: APIRequest) -> bytes:
    """Update a project."""
    return await _update(request, PROJECT, request.path["project_id"])


async def _update(request: APIRequest, kind: DefinitionKind, identifier: str) -> bytes:
    if kind is not PROJECT and "name" in request.body:
        _slug({"name": request.body["name"]})
    return _reply(await update(request, kind, identifier, request.body))


async def delete_virtual_dataplane(request: APIRequest) -> bytes:
    """Archive a virtual data plane."""
    return await _delete(request, VIRTUAL_DATAPLANE, request.path["virtual_dataplane_id"])


async def delete_workspace(request: APIRequest) -> bytes:
    """Archive a workspace."""
    return await _delete(request, WORKSPACE, request.path["workspace_id"])


async def delete_project(request: APIRequest) -> bytes:
    """Archive a project. Its sessions stay, and its keys become invalid."""
    return await _delete(request, PROJECT, request.path["project_id"])


async def _delete(request: APIRequest, kind: DefinitionKind, identifier: str) -> bytes:
    with_contents = bool(request.arguments().get("dangerously_delete_child_scopes"))
    found = await request.store.change(_remove, kind, identifier, with_contents=with_contents)
    if found is None:
        raise kind.not_found(identifier)
    return _reply(found)


def _remove(
    connection: Connection, kind: DefinitionKind, identifier: str, *, with_contents: bool = True
) -> Document | None:
    """Delete a definition and return it. Raises HTTPError (409) if it has contents that the request does not delete."""
    found = definitions.find(connection, kind.key(identifier))
    if found is None:
        return None
    inside = _INSIDE.get(kind.name)
    contents = definitions.find_all(connection, inside.name, parent=identifier) if inside else []
    if contents and not with_contents:
        raise HTTPError(409, f"{kind.name}: contains {len(contents)}; send dangerously_delete_child_scopes=true")
    for each in contents:
        _remove(connection, inside or kind, each["id"])
    definitions.remove(connection, kind.key(identifier))
    if kind is PROJECT:
        remove_keys(connection, identifier)
    if found["slug"] is not None:
        definitions.remove(connection, DefinitionKind(f"{kind.name}_slug", {}).key(found["slug"]))
    return found


def _reply(found: dict[str, Any]) -> bytes:
    shown = {key: value for key, value in found.items() if key not in _INTERNAL}
    if "cluster_id" in shown:  # only these have a time of change when they are created
        shown["updated_at"] = shown["updated_at"] or shown["created_at"]
    return orjson.dumps({"success": True, "data": shown})
