"""Prompt configurations, as stored definitions."""

import orjson

from ..store import objects as definitions
from .definitions import Kind, create, delete, update
from .request import Call

CONFIGURATION = Kind(
    "configuration",
    {
        "name": None,
        "type": "LLM",
        "provider": None,
        "parameters": None,
        "env": [],
        "tags": [],
        "user_properties": None,
    },
    {"updated_at": None},
)


async def list_configurations(call: Call) -> bytes:
    """Answer the configurations of a name, an environment and tags; several tags are separated by commas."""
    arguments = call.arguments()
    wanted = {"name": arguments["name"]} if "name" in arguments else {}
    tags = {tag.strip() for tag in arguments.get("tags", "").split(",")} - {""}
    found = await call.store.read(definitions.find_all, CONFIGURATION.name, **wanted)
    chosen = [each for each in found if arguments.get("env") in (None, *each["env"]) and tags <= set(each["tags"])]
    return orjson.dumps({"configurations": chosen})


async def create_configuration(call: Call) -> bytes:
    """Store a configuration."""
    made = await create(call, CONFIGURATION, call.body)
    return orjson.dumps({"acknowledged": True, "insertedId": made["id"]})


async def update_configuration(call: Call) -> bytes:
    """Change a configuration."""
    await update(call, CONFIGURATION, call.path["configId"], call.body)
    counts = {"modifiedCount": 1, "matchedCount": 1, "upsertedCount": 0, "upsertedId": None}
    return orjson.dumps({"acknowledged": True, **counts})


async def delete_configuration(call: Call) -> bytes:
    """Delete a configuration."""
    await delete(call, CONFIGURATION, call.path["configId"])
    return b'{"acknowledged":true,"deletedCount":1}'
