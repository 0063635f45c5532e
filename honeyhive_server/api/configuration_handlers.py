"""Handlers for prompt configurations, stored as definitions."""

import orjson

from ..services.definition_kinds import DefinitionKind
from ..store import definitions
from .api_request import APIRequest
from .definition_crud import create, delete, update

CONFIGURATION = DefinitionKind(
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


async def list_configurations(request: APIRequest) -> bytes:
    """Return all configurations, or only those with the given name, environment and tags (separated by commas)."""
    arguments = request.arguments()
    wanted = {"name": arguments["name"]} if "name" in arguments else {}
    tags = {tag.strip() for tag in arguments.get("tags", "").split(",")} - {""}
    found = await request.store.read(definitions.find_all, CONFIGURATION.name, **wanted)
    chosen = [each for each in found if arguments.get("env") in (None, *each["env"]) and tags <= set(each["tags"])]
    return orjson.dumps({"configurations": chosen})


async def create_configuration(request: APIRequest) -> bytes:
    """Store a configuration."""
    made = await create(request, CONFIGURATION, request.body)
    return orjson.dumps({"acknowledged": True, "insertedId": made["id"]})


async def update_configuration(request: APIRequest) -> bytes:
    """Update a configuration."""
    await update(request, CONFIGURATION, request.path["configId"], request.body)
    counts = {"modifiedCount": 1, "matchedCount": 1, "upsertedCount": 0, "upsertedId": None}
    return orjson.dumps({"acknowledged": True, **counts})


async def delete_configuration(request: APIRequest) -> bytes:
    """Delete a configuration."""
    await delete(request, CONFIGURATION, request.path["configId"])
    return b'{"acknowledged":true,"deletedCount":1}'
