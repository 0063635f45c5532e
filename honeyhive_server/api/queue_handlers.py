"""Handlers for annotation queues, stored as definitions; a queue contains the event ids added to it."""

from typing import Any

import orjson

from ..model.event_model import DEFAULT_PROJECT, Document
from ..services.definition_kinds import DefinitionKind
from ..store import definitions
from .api_request import APIRequest
from .definition_crud import create, delete, get, update

QUEUE = DefinitionKind(
    "queue",
    {"name": None, "description": "", "filters": {"filterArray": []}, "enabled": True, "event_ids": []},
    {"updated_at": None, "is_active": True, "scope_id": DEFAULT_PROJECT, "scope_type": "project"},
    also=frozenset({"id", "add_event_ids", "remove_event_ids"}),
)


async def list_queues(request: APIRequest) -> bytes:
    """Return all queues, only the enabled queues, or only the disabled queues."""
    enabled = request.arguments().get("enabled")
    found = await request.store.read(definitions.find_all, QUEUE.name)
    return orjson.dumps({"queues": [each for each in found if enabled is None or each["enabled"] == enabled]})


async def create_queue(request: APIRequest) -> bytes:
    """Store a queue."""
    return _changed(await create(request, QUEUE, request.body), "Queue created")


async def get_queue(request: APIRequest) -> bytes:
    """Return one queue, without an object around it."""
    return orjson.dumps(await get(request, QUEUE, request.path["queue_id"]))


async def update_queue(request: APIRequest) -> bytes:
    """Update a queue, and add or remove events."""
    body: dict[str, Any] = {key: value for key, value in request.body.items() if key != "event_ids"}
    added, removed = body.get("add_event_ids", []), set(body.get("remove_event_ids", []))

    def refill(queue: Document) -> Document:
        held = dict.fromkeys([*queue["event_ids"], *added])
        return {**queue, "event_ids": [each for each in held if each not in removed]}

    return _changed(await update(request, QUEUE, request.path["queue_id"], body, refill), "Queue updated")


async def delete_queue(request: APIRequest) -> bytes:
    """Delete a queue."""
    await delete(request, QUEUE, request.path["queue_id"])
    return b'{"message":"Queue deleted"}'


def _changed(queue: Document, message: str) -> bytes:
    return orjson.dumps({"queue": queue, "message": message})
