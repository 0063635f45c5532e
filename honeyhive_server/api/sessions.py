"""Sessions: start them, list them, and add events to one."""

from typing import Any

import orjson
from honeyhive_api.ids import is_uuid

from ..model import event_model as semantics
from ..model.event_model import Document
from ..model.filters import Condition, read_query
from ..model.http_error import Refusal
from ..model.json_codec import read_json
from ..services.session_tree import session_json
from ..store import queries
from .request import Call

SUCCESS = b'{"success":true}'
# Unverified: how many sessions the service lists when no limit is given.
DEFAULT_LIMIT = 1000
# Texts in a query string that these fields are compared with as they are; any other value may be a number or a boolean.
TEXT_FIELDS = {"session_id", "event_id", "event_name", "event_type", "project", "source", "error"}


async def create_session(call: Call) -> bytes:
    """Answer the session as it is stored, new or merged into the one with its id."""
    return await _start(call, call.body)


async def start_session(call: Call) -> bytes:
    """As create_session, for a session under the key `session`."""
    return await _start(call, call.body["session"])


async def _start(call: Call, body: dict[str, Any]) -> bytes:
    document = semantics.session_document(body, call.now)
    given = body.get("session_id")
    if given is not None and not is_uuid(given):
        call.lint.append("session_id: not a UUID, replaced by a new one")
    return (await call.write(document)).stored_session.encode()


async def create_session_event_batch(call: Call) -> bytes:
    """Add events to the session of the path, which has to be a UUID."""
    session_id = call.path["session_id"]
    if not is_uuid(session_id):
        raise Refusal(400, "session_id: not a UUID")
    return await _add(call, call.body["events"], free_ids=False)


async def add_session_traces(call: Call) -> bytes:
    """Add events to the session of the path, from whichever of `events` and `logs` is there."""
    key = "events" if "events" in call.body else "logs"
    return await _add(call, call.body[key], free_ids=True)


async def _add(call: Call, events: list[dict[str, Any]], *, free_ids: bool) -> bytes:
    await call.write(events=_documents(call, events, free_ids=free_ids))
    return SUCCESS


async def create_session_event(call: Call) -> bytes:
    """Log one event, and those nested in its `children`, into the session of the path."""
    documents = _documents(call, semantics.with_children(call.body), free_ids=True)
    stored = await call.write(events=documents)
    return orjson.dumps({"event_id": stored.rows[0]["event_id"], "success": True})


def _documents(call: Call, events: list[dict[str, Any]], *, free_ids: bool) -> list[Document]:
    session_id = call.path["session_id"]
    return [semantics.event_document(event, call.now, session_id, free_ids=free_ids) for event in events]


async def list_sessions(call: Call) -> bytes:
    """Answer the newest sessions with the tree of their events."""
    found = await call.store.read(
        queries.sessions, call.store.dialect, call.parameter("project") or None, _conditions(call), _limit(call)
    )
    return f"[{','.join(map(session_json, found))}]".encode()


def _limit(call: Call) -> int:
    text = call.parameter("limit")
    if text is None:
        return DEFAULT_LIMIT
    if not (text.isascii() and text.isdigit()):
        raise Refusal(400, f"limit: not a whole number that is 0 or more: {text[:40]!r}")
    return min(int(text[:9]), DEFAULT_LIMIT * 1000)


def _conditions(call: Call) -> list[Condition]:
    """The conditions of `query`, JSON text of an object, and of every parameter that the document does not have.

    No source gives the encoding; the client of 2023 sent each key of the object as a parameter of its own.
    """
    query: dict[str, Any] = {}
    for name, value in call.query:
        if name == "query":
            query.update(_object(value))
        elif name not in ("project", "limit"):
            query[name.removeprefix("query[").removesuffix("]")] = value if name in TEXT_FIELDS else _guess(value)
    return read_query(query)


def _object(text: str) -> dict[str, Any]:
    value, _ = read_json(text.encode(errors="replace"))
    if not isinstance(value, dict):
        raise Refusal(400, "query: not the JSON text of an object")
    return value


def _guess(text: str) -> Any:
    try:
        value, _ = read_json(text.encode(errors="replace"))
    except Refusal:
        return text
    return value if isinstance(value, bool | int | float) else text
