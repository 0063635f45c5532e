# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/configurations/{configId}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

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


def build_request(config_id: str) -> Request[models.ConfigurationDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"configId": config_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.ConfigurationDeleted:
    """Return the reply: The number of configurations that were deleted."""
    return read_model(models.ConfigurationDeleted, data, OPERATION)


@deprecated("configurations.delete() is deprecated", category=None)
def sync_detailed(config_id: str, *, client: Client) -> Response[models.ConfigurationDeleted | models.ErrorResponse]:
    """Delete a prompt configuration. Return the response."""
    return client.send(build_request(config_id))


@deprecated("configurations.delete() is deprecated", category=None)
def sync(config_id: str, *, client: Client) -> models.ConfigurationDeleted | models.ErrorResponse | None:
    """Delete a prompt configuration. Return the parsed reply."""
    return client.send(build_request(config_id)).parsed


@deprecated("configurations.delete() is deprecated", category=None)
async def asyncio_detailed(
    config_id: str, *, client: Client
) -> Response[models.ConfigurationDeleted | models.ErrorResponse]:
    """Delete a prompt configuration. Return the response."""
    return await client.send_async(build_request(config_id))


@deprecated("configurations.delete() is deprecated", category=None)
async def asyncio(config_id: str, *, client: Client) -> models.ConfigurationDeleted | models.ErrorResponse | None:
    """Delete a prompt configuration. Return the parsed reply."""
    return (await client.send_async(build_request(config_id))).parsed
