"""Annotation queues, as stored definitions: the events of one are those added by their ids."""

from typing import Any

import orjson

from ..model.event_model import DEFAULT_PROJECT, Document
from ..store import objects as definitions
from .definitions import Kind, create, delete, get, update
from .request import Call

QUEUE = Kind(
    "queue",
    {"name": None, "description": "", "filters": {"filterArray": []}, "enabled": True, "event_ids": []},
    {"updated_at": None, "is_active": True, "scope_id": DEFAULT_PROJECT, "scope_type": "project"},
    also=frozenset({"id", "add_event_ids", "remove_event_ids"}),
)


async def list_queues(call: Call) -> bytes:
    """Answer the queues, or those that are switched on or off."""
    enabled = call.arguments().get("enabled")
    found = await call.store.read(definitions.find_all, QUEUE.name)
    return orjson.dumps({"queues": [each for each in found if enabled is None or each["enabled"] == enabled]})


async def create_queue(call: Call) -> bytes:
    """Store a queue."""
    return _changed(await create(call, QUEUE, call.body), "Queue created")


async def get_queue(call: Call) -> bytes:
    """Answer one queue, unwrapped."""
    return orjson.dumps(await get(call, QUEUE, call.path["queue_id"]))


async def update_queue(call: Call) -> bytes:
    """Change a queue, and add events to it or take them out."""
    body: dict[str, Any] = {key: value for key, value in call.body.items() if key != "event_ids"}
    added, removed = body.get("add_event_ids", []), set(body.get("remove_event_ids", []))

    def refill(queue: Document) -> Document:
        held = dict.fromkeys([*queue["event_ids"], *added])
        return {**queue, "event_ids": [each for each in held if each not in removed]}

    return _changed(await update(call, QUEUE, call.path["queue_id"], body, refill), "Queue updated")


async def delete_queue(call: Call) -> bytes:
    """Delete a queue."""
    await delete(call, QUEUE, call.path["queue_id"])
    return b'{"message":"Queue deleted"}'


def _changed(queue: Document, message: str) -> bytes:
    return orjson.dumps({"queue": queue, "message": message})
