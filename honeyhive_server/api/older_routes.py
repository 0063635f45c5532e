"""Routes of older clients that openapi.yaml does not describe."""

from collections.abc import Awaitable, Callable
from functools import partial
from operator import itemgetter
from typing import Final
from urllib.parse import unquote

import orjson
from honeyhive_api.ids import canonical

from ..model.access_keys import check_kind
from ..model.http_messages import Handler, HTTPError, ServerRequest, ServerResponse
from ..model.json_codec import event_json
from ..store import EventStore, definitions, queries, session_projects
from ..store.project_names import PROJECT_KIND

_SESSION: Final = "/session/"


def find_older(store: EventStore, method: str, raw_path: str) -> Handler | None:
    """Return the handler of a route that only older clients call, or None."""
    if method != "GET":
        return None
    if raw_path == "/projects":
        return partial(_serve, _projects, store)
    session_id = raw_path.removeprefix(_SESSION)
    if raw_path.startswith(_SESSION) and session_id and "/" not in session_id:
        return partial(_serve, _session, store)
    return None


async def _serve(
    respond: Callable[[EventStore, ServerRequest], Awaitable[bytes]], store: EventStore, request: ServerRequest
) -> ServerResponse:
    check_kind(request.key, ("projectKey",))
    return ServerResponse(200, await respond(store, request))


async def _session(store: EventStore, request: ServerRequest) -> bytes:
    """Return a session's own event. Raises HTTPError (404)."""
    session_id = canonical(unquote(request.raw_path.removeprefix(_SESSION))).replace("\0", "\ufffd")
    found = await store.read(queries.session, session_id)
    if not found or found[0].event_id != session_id:
        raise HTTPError(404, f"no session has the id {session_id[:80]!r}")
    return orjson.dumps(event_json(found[0].document))


async def _projects(store: EventStore, request: ServerRequest) -> bytes:
    """Return the stored projects and all projects that have a session; with the parameter `name`, only that project."""
    name = dict(request.query).get("name")
    named = {each: {"id": each, "description": ""} for each in await store.read(session_projects.names)}
    named |= {each["name"]: each for each in await store.read(definitions.find_all, PROJECT_KIND)}
    shown = [{"id": each["id"], "name": key, "description": each["description"]} for key, each in named.items()]
    return orjson.dumps([each for each in sorted(shown, key=itemgetter("name")) if name in (None, each["name"])])
