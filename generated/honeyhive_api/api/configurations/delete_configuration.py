# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/configurations/{configId}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.configuration_deleted import ConfigurationDeleted
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="deleteConfiguration",
    namespace="configurations",
    name="delete",
    method="DELETE",
    path="/v1/configurations/{configId}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    fields=(Field("configId", "config_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(config_id: str) -> Request[ConfigurationDeleted, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"configId": config_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> ConfigurationDeleted:
    """Return the reply. The configuration is deleted."""
    from ...model import read_model
    from ...models.configuration_deleted import ConfigurationDeleted

    return read_model(ConfigurationDeleted, data)


def sync_detailed(config_id: str, *, client: Client) -> Response[ConfigurationDeleted | ErrorResponse]:
    """Delete a prompt configuration. Return the response."""
    return client.send(build_request(config_id))


def sync(config_id: str, *, client: Client) -> ConfigurationDeleted | ErrorResponse | None:
    """Delete a prompt configuration. Return the parsed reply."""
    return sync_detailed(config_id, client=client).parsed


async def asyncio_detailed(config_id: str, *, client: Client) -> Response[ConfigurationDeleted | ErrorResponse]:
    """Delete a prompt configuration. Return the response."""
    return await client.send_async(build_request(config_id))


async def asyncio(config_id: str, *, client: Client) -> ConfigurationDeleted | ErrorResponse | None:
    """Delete a prompt configuration. Return the parsed reply."""
    return (await asyncio_detailed(config_id, client=client)).parsed
