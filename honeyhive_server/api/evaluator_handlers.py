"""Handlers for evaluators: stored with their versions, published and archived. The server does not run them."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Final

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.http_messages import HTTPError
from ..model.json_codec import write_json
from ..services.definition_kinds import EVALUATOR, EVALUATOR_VERSION
from ..store import definitions
from ..store.db_schema import is_key
from .api_request import APIRequest
from .definition_crud import iso

PAGE_SIZE: Final = 100
MAX_DIGITS: Final = 18
"""Maximum number of digits in a version number."""
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Alter = Callable[[Connection, Document], Document]
"""Function that gets the stored evaluator and returns the changed evaluator."""


async def list_evaluators(request: APIRequest) -> bytes:
    """Return one page of the active evaluators of a project, in the order of their creation."""
    found = await request.store.read(definitions.find_all, EVALUATOR.name, project=request.path["project_id"])
    return _page(request, [each for each in found if each["archived_at"] is None])


async def create_evaluator(request: APIRequest) -> bytes:
    """Store an evaluator with version 1. Raises HTTPError (409) if the slug is taken."""
    project, body, at = request.path["project_id"], request.body, request.store.arrival(1)
    key = _key(project, body["slug"])
    if not is_key(key):
        raise HTTPError(400, "slug: too long; send a shorter one")
    evaluator = {
        "id": _ulid(request.now),
        "slug": body["slug"],
        **_content(body),
        "latest_version": 1,
        **_publication(1 if body.get("publish") else None, at),
        "created_at": iso(at),
        "updated_at": iso(at),
        "archived_at": None,
    }
    if not await request.store.change(_insert, project, key, evaluator, at):
        raise HTTPError(409, f"slug: {body['slug'][:80]!r} is taken in this project")
    return _reply(evaluator)


def _insert(connection: Connection, project: str, key: str, evaluator: Document, at: int) -> bool:
    if not definitions.insert(connection, [definitions.row(EVALUATOR.key(key), project, evaluator, at)]):
        return False
    _insert_version(connection, project, evaluator, at)
    return True


def _insert_version(connection: Connection, project: str, evaluator: Document, at: int) -> None:
    number = evaluator["latest_version"]
    content = {name: evaluator[name] for name in ("definition", "message")}
    version = {"evaluator_id": evaluator["id"], "version": number, **content, "created_at": iso(at)}
    key = EVALUATOR_VERSION.key(f"{evaluator['id']}/{number}")
    definitions.insert(connection, [definitions.row(key, project, version, at)])


async def get_evaluator(request: APIRequest) -> bytes:
    """Return one evaluator, even if it is archived."""
    return _reply(await _found(request))


async def replace_evaluator(request: APIRequest) -> bytes:
    """Add a version with a new definition.

    Publish the new version if the body asks for that; otherwise the published version stays.
    """
    project, body, at = request.path["project_id"], request.body, request.store.arrival()

    def alter(connection: Connection, stored: Document) -> Document:
        number = stored["latest_version"] + 1
        changed = {**stored, **_content(body), "latest_version": number, "updated_at": iso(at)}
        _insert_version(connection, project, changed, at)
        return {**changed, **_publication(number, at)} if body.get("publish") else changed

    return _reply(await _changed(request, alter, at))


async def archive_evaluator(request: APIRequest) -> bytes:
    """Archive an evaluator, unless it is archived already."""
    at = request.store.arrival()

    def alter(_: Connection, stored: Document) -> Document:
        return stored if stored["archived_at"] else {**stored, **_publication(None, at), "archived_at": iso(at)}

    return _reply(await _changed(request, alter, at, may_be_archived=True))


async def publish_evaluator(request: APIRequest) -> bytes:
    """Publish a version. Raises HTTPError (404) for an unknown version."""
    number, at = _version(request), request.store.arrival()

    def alter(_: Connection, stored: Document) -> Document:
        if number > stored["latest_version"]:
            raise HTTPError(404, f"the evaluator has no version {number}")
        return {**stored, **_publication(number, at)}

    return _reply(await _changed(request, alter, at))


async def unpublish_evaluator(request: APIRequest) -> bytes:
    """Unpublish an evaluator, so that none of its versions is published."""
    at = request.store.arrival()
    return _reply(await _changed(request, lambda _, stored: {**stored, **_publication(None, at)}, at))


async def list_evaluator_versions(request: APIRequest) -> bytes:
    """Return one page of the versions of an evaluator, the newest first."""
    evaluator = await _found(request)
    found = await request.store.read(definitions.find_all, EVALUATOR_VERSION.name, parent=evaluator["id"])
    return _page(request, [_public(each) for each in reversed(found)])


async def get_evaluator_version(request: APIRequest) -> bytes:
    """Return one version of an evaluator."""
    evaluator, number = await _found(request), _version(request)
    key = EVALUATOR_VERSION.key(f"{evaluator['id']}/{number}")
    version = await request.store.read(definitions.find, key)
    if version is None:
        raise HTTPError(404, f"the evaluator has no version {number}")
    return _reply(_public(version))


async def _found(request: APIRequest) -> Document:
    name = request.path["evaluator_id_or_slug"]
    found = await request.store.read(_find, request.path["project_id"], name)
    if found is None:
        raise EVALUATOR.not_found(name)
    return found


def _find(connection: Connection, project: str, name: str) -> Document | None:
    """Return an evaluator by its slug or its id."""
    by_slug = definitions.find(connection, EVALUATOR.key(_key(project, name)))
    others = [] if by_slug else definitions.find_all(connection, EVALUATOR.name, project=project)
    return by_slug or next((each for each in others if each["id"] == name), None)


async def _changed(request: APIRequest, alter: Alter, at: int, *, may_be_archived: bool = False) -> Document:
    """Change an evaluator and return it. Raises HTTPError: 404 for an unknown evaluator, 409 for an archived one."""
    slug, project = (await _found(request))["slug"], request.path["project_id"]

    def checked(connection: Connection, stored: Document) -> Document:
        if stored["archived_at"] and not may_be_archived:
            raise HTTPError(409, f"the evaluator {slug[:80]!r} is archived")
        return alter(connection, stored)

    def change(connection: Connection) -> Document | None:
        return definitions.change(connection, EVALUATOR.key(_key(project, slug)), partial(checked, connection), at)

    changed = await request.store.change(change)
    if changed is None:
        raise EVALUATOR.not_found(slug)
    return changed


def _key(project: str, slug: str) -> str:
    """Return the id of an evaluator's row. It contains project and slug, so that a slug is unique in its project."""
    return write_json([project, slug])


def _content(body: Document) -> Document:
    return {"definition": body["definition"], "message": body.get("message", "")}


def _publication(number: int | None, at: int) -> Document:
    return {"published_version": number, "published_at": None if number is None else iso(at)}


def _version(request: APIRequest) -> int:
    text = request.path["version"]
    if not (text.isascii() and text.isdigit() and text.strip("0")):
        raise HTTPError(400, f"version: not a version number: {text[:40]!r}")
    if len(text) > MAX_DIGITS:
        raise HTTPError(404, f"the evaluator has no version {text[:40]}")
    return int(text)


def _public(version: Document) -> Document:
    return {name: value for name, value in version.items() if name != "evaluator_id"}


def _page(request: APIRequest, found: list[Document]) -> bytes:
    arguments = request.arguments()
    size = arguments.get("limit", PAGE_SIZE)
    start = (arguments.get("page", 1) - 1) * size
    return orjson.dumps({"data": found[start : start + size]})


def _reply(found: Document) -> bytes:
    return orjson.dumps({"data": found})


def _ulid(milliseconds: int) -> str:
    """Return a new ULID: 48 bits of time and 80 random bits, written as characters that encode five bits each."""
    number = milliseconds << 80 | secrets.randbits(80)
    return "".join(_LETTERS[number >> shift & 31] for shift in range(125, -1, -5))
