"""Single events: create, read and update them, in the v1 form and in the older wrapped one."""

from typing import Any

import orjson
from honeyhive_api.ids import canonical, is_uuid

from ..model import event_model as semantics
from ..model.event_model import Document
from ..model.http_error import Refusal
from ..store import queries
from .request import Call


def identified(
    call: Call, body: dict[str, Any], session_id: str | None = None, *, free_ids: bool, where: str = ""
) -> Document:
    """The document of a body; ids that had to be replaced are lint, with the place of the body before them."""
    document = semantics.event_document(body, call.now, session_id, free_ids=free_ids)
    for key in ("event_id", "session_id"):
        given = body.get(key)
        if not free_ids and given not in (None, document[key]) and not is_uuid(given):
            call.lint.append(f"{where}{key}: not a UUID, replaced by a new one")
    return document


async def create_event(call: Call) -> bytes:
    """Store one event."""
    return await _create(call, call.body, free_ids=False)


async def create_event_legacy(call: Call) -> bytes:
    """Store one event given under the key `event`."""
    return await _create(call, call.body["event"], free_ids=True)


async def create_model_event_legacy(call: Call) -> bytes:
    """Store one model call given under the key `model_event`."""
    return await _create(call, checked_model_event(call.body["model_event"]), free_ids=True)


async def _create(call: Call, body: dict[str, Any], *, free_ids: bool) -> bytes:
    stored = await call.write(events=[identified(call, body, free_ids=free_ids)])
    return orjson.dumps({"success": True, "event_id": stored.rows[0]["event_id"]})


def checked_model_event(body: dict[str, Any]) -> dict[str, Any]:
    """The body of a model event as an event. Raises Refusal (400) if nothing names it."""
    event = semantics.model_event(body)
    if not event.get("event_name"):
        raise Refusal(400, "model_event: model_name or event_name is needed")
    return event


async def get_event(call: Call) -> bytes:
    """Answer one event under `event`."""
    document = await call.store.read(queries.find_one, call.path["event_id"])
    if document is None:
        raise Refusal(404, f"no event has the id {call.path['event_id'][:80]!r}")
    return f'{{"event":{document}}}'.encode()


async def update_event(call: Call) -> bytes:
    """Change one event."""
    return await _update(call, call.path["event_id"])


async def update_event_legacy(call: Call) -> bytes:
    """Change the event that the body names."""
    return await _update(call, canonical(call.body["event_id"]))


async def _update(call: Call, event_id: str) -> bytes:
    written = await call.store.write(event_id=event_id, changes=call.body)
    if not written.found:
        raise Refusal(404, f"no event has the id {event_id[:80]!r}")
    # The document has no body here, but the vendor's Python SDK 1.7.0 fails on an answer that is not JSON.
    return b'{"success":true}'
