# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

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
) -> Request[models.ConfigurationList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"name": name, "env": env, "tags": tags}, UNSET, read_reply)


def read_reply(data: Any) -> models.ConfigurationList:
    """Return the reply: The matching configurations."""
    return read_model(models.ConfigurationList, data, OPERATION)


@deprecated("configurations.list() is deprecated", category=None)
def sync_detailed(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> Response[models.ConfigurationList | models.ErrorResponse]:
    """List stored prompt configurations. Return the response."""
    return client.send(build_request(name=name, env=env, tags=tags))


@deprecated("configurations.list() is deprecated", category=None)
def sync(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> models.ConfigurationList | models.ErrorResponse | None:
    """List stored prompt configurations. Return the parsed reply."""
    return client.send(build_request(name=name, env=env, tags=tags)).parsed


@deprecated("configurations.list() is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> Response[models.ConfigurationList | models.ErrorResponse]:
    """List stored prompt configurations. Return the response."""
    return await client.send_async(build_request(name=name, env=env, tags=tags))


@deprecated("configurations.list() is deprecated", category=None)
async def asyncio(
    *, client: Client, name: str | Unset = UNSET, env: str | Unset = UNSET, tags: str | Unset = UNSET
) -> models.ConfigurationList | models.ErrorResponse | None:
    """List stored prompt configurations. Return the parsed reply."""
    return (await client.send_async(build_request(name=name, env=env, tags=tags))).parsed
