# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.configuration_list import ConfigurationList
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="listConfigurations",
    namespace="configurations",
    name="list",
    method="GET",
    path="/v1/configurations",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    fields=(
        Field("name", "name", "query", ("string",)),
        Field("env", "env", "query", ("string",)),
        Field("tags", "tags", "query", ("string",)),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    *, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> Request[ConfigurationList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {"name": name, "env": env, "tags": tags}, UNSET, read_reply)


def read_reply(data: Any) -> ConfigurationList:
    """Return the reply. The configurations found."""
    from ...model import read_model
    from ...models.configuration_list import ConfigurationList

    return read_model(ConfigurationList, data)


def sync_detailed(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> Response[ConfigurationList | ErrorResponse]:
    """List stored prompt configurations. Return the response."""
    return client.send(build_request(name=name, env=env, tags=tags))


def sync(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> ConfigurationList | ErrorResponse | None:
    """List stored prompt configurations. Return the parsed reply."""
    return sync_detailed(client=client, name=name, env=env, tags=tags).parsed


async def asyncio_detailed(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> Response[ConfigurationList | ErrorResponse]:
    """List stored prompt configurations. Return the response."""
    return await client.send_async(build_request(name=name, env=env, tags=tags))


async def asyncio(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> ConfigurationList | ErrorResponse | None:
    """List stored prompt configurations. Return the parsed reply."""
    return (await asyncio_detailed(client=client, name=name, env=env, tags=tags)).parsed
