"""Handlers for sessions: start and list sessions, and add events to a session."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
from honeyhive_api.ids import is_uuid
from sqlalchemy import Connection

from ..model.event_model import Document, event_document, session_document, with_children
from ..model.filters import Condition, read_query
from ..model.http_messages import HTTPError
from ..model.json_codec import event_json, read_json
from ..services.session_tree import session_json
from ..store import queries
from ..store.project_scope import key_project
from .api_request import APIRequest
from .older_clients import wrapped_session

SUCCESS = b'{"success":true}'
# Maximum number of sessions in a list by default. Unverified for the service.
DEFAULT_LIMIT = 1000
# Number of sessions that are read and sent at a time: a long list must not fill the memory or block other requests.
CHUNK = 50
# Fields that are always compared as strings. The values of other fields may also be read as numbers or booleans.
TEXT_FIELDS = {"session_id", "event_id", "event_name", "event_type", "project", "source", "error"}


async def create_session(request: APIRequest) -> bytes:
    """Store a session and return it. If the id belongs to a stored session, merge both sessions."""
    return await _start(request, request.unwrapped(wrapped_session(request.body), "session"))


async def start_session(request: APIRequest) -> bytes:
    """Start the session under the key `session`."""
    return await _start(request, request.body["session"])


async def _start(request: APIRequest, body: dict[str, Any]) -> bytes:
    document = session_document(body, request.now)
    given = body.get("session_id")
    if given is not None and not is_uuid(given):
        request.lint.append("session_id: not a UUID, replaced by a new one")
    return orjson.dumps(event_json((await request.write(document)).stored_session))


async def create_session_event_batch(request: APIRequest) -> bytes:
    """Add events to the session in the path, whose id must be a UUID."""
    session_id = request.path["session_id"]
    if not is_uuid(session_id):
        raise HTTPError(400, "session_id: not a UUID")
    return await _add(request, request.body["events"], free_ids=False)


async def add_session_traces(request: APIRequest) -> bytes:
    """Add the events under `events` or `logs` to the session in the path."""
    key = "events" if "events" in request.body else "logs"
    return await _add(request, request.body[key], free_ids=True)


async def _add(request: APIRequest, events: list[dict[str, Any]], *, free_ids: bool) -> bytes:
    await request.write(events=_documents(request, events, free_ids=free_ids))
    return SUCCESS


async def create_session_event(request: APIRequest) -> bytes:
    """Store one event, and the events nested in its `children`, in the session of the path."""
    documents = _documents(request, with_children(request.body), free_ids=True)
    stored = await request.write(events=documents)
    return orjson.dumps({"event_id": stored.rows[0]["event_id"], "success": True})


def _documents(request: APIRequest, events: list[dict[str, Any]], *, free_ids: bool) -> list[Document]:
    session_id = request.path["session_id"]
    return [event_document(event, request.now, session_id, free_ids=free_ids) for event in events]


async def list_sessions(request: APIRequest) -> bytes:
    """Return the newest sessions, each with the tree of its events.

    A long list is sent in parts: all but the first sessions follow in `rest` of the request.
    """
    project = request.parameter("project") or None
    ids = await request.store.read(queries.session_ids, project, _conditions(request), _limit(request))
    first = await request.store.read(_trees, ids[:CHUNK])
    if len(ids) <= CHUNK:
        return b"[%s]" % first
    request.rest = _rest(request, ids[CHUNK:], request.key_project, comma=bool(first))
    return b"[" + first


async def _rest(request: APIRequest, ids: list[str], project: str | None, *, comma: bool) -> AsyncIterator[bytes]:
    # The rest is sent by another task, which does not know the request's key.
    key_project.set(project)
    for start in range(0, len(ids), CHUNK):
        if some := await request.store.read(_trees, ids[start : start + CHUNK]):
            yield b",%s" % some if comma else some
            comma = True
    yield b"]"


def _trees(connection: Connection, ids: list[str]) -> bytes:
    """Return the JSON list of sessions, without its brackets."""
    return orjson.dumps(list(map(session_json, queries.sessions(connection, ids))))[1:-1]


def _limit(request: APIRequest) -> int:
    text = request.parameter("limit")
    if text is None:
        return DEFAULT_LIMIT
    if not (text.isascii() and text.isdigit()):
        raise HTTPError(400, f"limit: not an integer of 0 or more: {text[:40]!r}")
    return min(int(text[:9]), DEFAULT_LIMIT * 1000)


def _conditions(request: APIRequest) -> list[Condition]:
    """Return the conditions of the parameter `query`, which is a JSON object, and of every undocumented parameter.

    No source documents the encoding of `query`. The client of 2023 sent each key of the object as a separate parameter.
    """
    query: dict[str, Any] = {}
    for name, value in request.query:
        if name == "query":
            query.update(_object(value))
        elif name not in ("project", "limit"):
            query[name.removeprefix("query[").removesuffix("]")] = value if name in TEXT_FIELDS else _guess(value)
    return read_query(query)


def _object(text: str) -> dict[str, Any]:
    value, _ = read_json(text.encode(errors="replace"))
    if not isinstance(value, dict):
        raise HTTPError(400, "query must be a JSON object")
    return value


def _guess(text: str) -> Any:
    try:
        value, _ = read_json(text.encode(errors="replace"))
    except HTTPError:
        return text
    return value if isinstance(value, bool | int | float) else text
