"""Handlers for virtual data planes, the workspaces in a virtual data plane, and the projects in a workspace.

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
from ..store.db_schema import MAX_ID_BYTES, Row
from ..store.project_names import PROJECT_KIND, claim_name, release_names, stored_name
from .api_request import APIRequest
from .definition_crud import get, iso, known_fields, new, update

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
_EPOCH: Final = iso(0)
_BUILT_IN: Final[dict[str, Document]] = {
    VIRTUAL_DATAPLANE.name: {
        "id": VIRTUAL_DATAPLANE_ID,
        "name": "Local data plane",
        "cluster_id": "local-cluster",
        "created_at": _EPOCH,
        "updated_at": _EPOCH,
    },
    WORKSPACE.name: {
        "id": WORKSPACE_ID,
        "name": "Local workspace",
        "description": "",
        "created_at": _EPOCH,
        "updated_at": None,
    },
}


async def create_virtual_dataplane(request: APIRequest) -> bytes:
    """Store a virtual data plane. The local server accepts every organization id."""
    return await _create(request, VIRTUAL_DATAPLANE, request.path["org_id"])


async def create_workspace(request: APIRequest) -> bytes:
    """Store a workspace. Raises HTTPError (404) if its virtual data plane does not exist."""
    parent = request.path["virtual_dataplane_id"]
    await _get(request, VIRTUAL_DATAPLANE, parent)
    return await _create(request, WORKSPACE, parent)


async def create_project(request: APIRequest) -> bytes:
    """Store a project. Raises HTTPError (404) if its workspace does not exist."""
    parent = request.path["workspace_id"]
    await _get(request, WORKSPACE, parent)
    _check_project_name(request.body["name"])
    return await _create(request, PROJECT, parent)


async def _create(request: APIRequest, kind: DefinitionKind, parent: str) -> bytes:
    slug = None if kind is PROJECT else _slug(request.body)
    document, row = new(request, kind, request.body, extra={"parent_id": parent, "slug": slug})
    rows = [row]
    if slug is not None:
        # The slug has a definition of its own, whose unique key keeps the slug unique among all servers.
        taken = DefinitionKind(f"{kind.name}_slug", {})
        rows.append(definitions.row(taken.key(slug), row["project"], {"id": slug}, row["created_at"]))
    await request.store.change(_insert, document, rows)
    return _reply(document)


def _insert(connection: Connection, document: Document, rows: list[Row]) -> None:
    if not definitions.insert(connection, rows):
        raise HTTPError(409, f"slug: {document['slug']!r} is taken")
    if rows[0]["kind"] == PROJECT_KIND:
        _claim(connection, document, rows[0]["created_at"])


def _claim(connection: Connection, project: Document, at: int) -> None:
    if not claim_name(connection, project["name"], project["id"], at):
        raise HTTPError(409, f"name: {project['name'][:80]!r} is the current or a former name of another project")
    # Events may name a project by its id, so no other project may have this id as its name.
    if project["name"] != project["id"] and stored_name(connection, project["name"]) is not None:
        raise HTTPError(409, f"name: {project['name'][:80]!r} is the id of another project")


def _check_project_name(name: str) -> None:
    if len(name.encode()) > MAX_ID_BYTES:
        raise HTTPError(400, f"name: longer than {MAX_ID_BYTES} bytes; send a shorter one")


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
    return _reply(await _get(request, VIRTUAL_DATAPLANE, request.path["virtual_dataplane_id"]))


async def get_workspace(request: APIRequest) -> bytes:
    """Return one workspace."""
    return _reply(await _get(request, WORKSPACE, request.path["workspace_id"]))


async def get_project(request: APIRequest) -> bytes:
    """Return one project."""
    return _reply(await get(request, PROJECT, request.path["project_id"]))


async def _get(request: APIRequest, kind: DefinitionKind, identifier: str) -> Document:
    return _BUILT_IN[kind.name] if _is_built_in(kind, identifier) else await get(request, kind, identifier)


def _is_built_in(kind: DefinitionKind, identifier: str) -> bool:
    return kind.name in _BUILT_IN and _BUILT_IN[kind.name]["id"] == identifier


def _check_changeable(kind: DefinitionKind, identifier: str) -> None:
    if _is_built_in(kind, identifier):
        raise HTTPError(403, f"{identifier} is built in and cannot be changed or archived; create another one")


def _report_fixed(request: APIRequest, kind: DefinitionKind) -> None:
    request.lint += [f"{key!r} has no effect after the creation" for key in sorted(kind.also) if key in request.body]


async def update_virtual_dataplane(request: APIRequest) -> bytes:
    """Rename a virtual data plane."""
    return await _update(request, VIRTUAL_DATAPLANE, request.path["virtual_dataplane_id"])


async def update_workspace(request: APIRequest) -> bytes:
    """Update a workspace."""
    return await _update(request, WORKSPACE, request.path["workspace_id"])


async def update_project(request: APIRequest) -> bytes:
    """Update a project; it keeps its former names. Raises HTTPError (409) for the name of another project."""
    if "name" in request.body:
        _check_project_name(request.body["name"])
    _report_fixed(request, PROJECT)
    identifier, updated_at = request.path["project_id"], request.store.arrival()
    changes = {**known_fields(request, PROJECT, request.body), "updated_at": iso(updated_at)}
    changed = await request.store.change(_change_project, identifier, changes, updated_at)
    if changed is None:
        raise PROJECT.not_found(identifier)
    return _reply(changed)


def _change_project(connection: Connection, identifier: str, changes: Document, updated_at: int) -> Document | None:
    changed = definitions.change(connection, PROJECT.key(identifier), lambda stored: {**stored, **changes}, updated_at)
    if changed is not None:
        _claim(connection, changed, updated_at)
    return changed


async def _update(request: APIRequest, kind: DefinitionKind, identifier: str) -> bytes:
    _check_changeable(kind, identifier)
    _report_fixed(request, kind)
    if "name" in request.body:
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
    _check_changeable(kind, identifier)
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
        listed = f"{len(contents)} {(inside or kind).name}{'s' if len(contents) > 1 else ''}"
        raise HTTPError(
            409, f"this scope contains {listed}; archive them first, or send dangerously_delete_child_scopes=true"
        )
    for each in contents:
        _remove(connection, inside or kind, each["id"])
    definitions.remove(connection, kind.key(identifier))
    if kind is PROJECT:
        remove_keys(connection, identifier)
        release_names(connection, identifier)
    if found["slug"] is not None:
        definitions.remove(connection, DefinitionKind(f"{kind.name}_slug", {}).key(found["slug"]))
    return found


def _reply(found: dict[str, Any]) -> bytes:
    shown = {key: value for key, value in found.items() if key not in _INTERNAL}
    if "cluster_id" in shown:  # a virtual data plane has a time of change from its creation on
        shown["updated_at"] = shown["updated_at"] or shown["created_at"]
    return orjson.dumps({"success": True, "data": shown})
