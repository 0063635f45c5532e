"""Handlers for single events: create, read and update an event. On older routes, an object wraps the event."""

from typing import Any

import orjson
from honeyhive_api.ids import is_uuid

from ..model.event_model import Document, event_document, model_event
from ..model.http_messages import HTTPError
from ..model.json_codec import event_json
from ..store import queries
from .api_request import APIRequest


def identified(
    request: APIRequest, body: dict[str, Any], session_id: str | None = None, *, free_ids: bool, place: str = ""
) -> Document:
    """Return the event for a body, and report replaced ids as lint; ``place`` is a prefix such as ``events.3.``."""
    document = event_document(body, request.now, session_id, free_ids=free_ids)
    for key in ("event_id", "session_id"):
        given = body.get(key)
        if not free_ids and given not in (None, document[key]) and not is_uuid(given):
            request.lint.append(f"{place}{key}: not a UUID, replaced by a new one")
    return document


async def create_event(request: APIRequest) -> bytes:
    """Store one event."""
    return await _create(request, request.body, free_ids=False)


async def create_event_legacy(request: APIRequest) -> bytes:
    """Store the event under the key `event`."""
    return await _create(request, request.body["event"], free_ids=True)


async def create_model_event_legacy(request: APIRequest) -> bytes:
    """Store the model call under the key `model_event`."""
    return await _create(request, checked_model_event(request.body["model_event"]), free_ids=True)


async def _create(request: APIRequest, body: dict[str, Any], *, free_ids: bool) -> bytes:
    stored = await request.write(events=[identified(request, body, free_ids=free_ids)])
    return orjson.dumps({"success": True, "event_id": stored.rows[0]["event_id"]})


def checked_model_event(body: dict[str, Any]) -> dict[str, Any]:
    """Return the body of a model event as an event. Raises HTTPError (400) if it has no name."""
    event = model_event(body)
    if not event.get("event_name"):
        raise HTTPError(400, "model_event: needs model_name or event_name")
    return event


async def get_event(request: APIRequest) -> bytes:
    """Return one event, under the key `event`."""
    document = await request.store.read(queries.find_one, request.path["event_id"])
    if document is None:
        raise HTTPError(404, f"no event has the id {request.path['event_id'][:80]!r}")
    return orjson.dumps({"event": event_json(document)})


async def update_event(request: APIRequest) -> bytes:
    """Update one event."""
    event_id = request.target("event_id")
    written = await request.store.write(event_id=event_id, changes=request.body)
    if not written.found:
        raise HTTPError(404, f"no event has the id {event_id[:80]!r}")
    # openapi.yaml has no body here, but the vendor's Python SDK 1.7.0 fails if a response is not JSON.
    return b'{"success":true}'
