# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/configurations/{configId}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateConfiguration",
    namespace="configurations",
    name="update",
    method="PUT",
    path="/v1/configurations/{configId}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    fields=(
        Field("configId", "config_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",), required=True),
        Field("provider", "provider", "body", ("string",)),
        Field("parameters", "parameters", "body", ("object",), shape="ConfigurationParameters"),
        Field("type", "type", "body", ("string",), choices=("LLM", "pipeline")),
        Field("env", "env", "body", ("array",)),
        Field("tags", "tags", "body", ("array",)),
        Field("user_properties", "user_properties", "body", ("object",), nullable=True),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    config_id: str, *, body: inputs.UpdateConfigurationRequest
) -> Request[models.ConfigurationUpdated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"configId": config_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.ConfigurationUpdated:
    """Return the reply: The number of configurations that were updated."""
    return read_model(models.ConfigurationUpdated, data, OPERATION)


@deprecated("configurations.update() is deprecated", category=None)
def sync_detailed(
    config_id: str, *, client: Client, body: inputs.UpdateConfigurationRequest
) -> Response[models.ConfigurationUpdated | models.ErrorResponse]:
    """Update a prompt configuration. Return the response."""
    return client.send(build_request(config_id, body=body))


@deprecated("configurations.update() is deprecated", category=None)
def sync(
    config_id: str, *, client: Client, body: inputs.UpdateConfigurationRequest
) -> models.ConfigurationUpdated | models.ErrorResponse | None:
    """Update a prompt configuration. Return the parsed reply."""
    return client.send(build_request(config_id, body=body)).parsed


@deprecated("configurations.update() is deprecated", category=None)
async def asyncio_detailed(
    config_id: str, *, client: Client, body: inputs.UpdateConfigurationRequest
) -> Response[models.ConfigurationUpdated | models.ErrorResponse]:
    """Update a prompt configuration. Return the response."""
    return await client.send_async(build_request(config_id, body=body))


@deprecated("configurations.update() is deprecated", category=None)
async def asyncio(
    config_id: str, *, client: Client, body: inputs.UpdateConfigurationRequest
) -> models.ConfigurationUpdated | models.ErrorResponse | None:
    """Update a prompt configuration. Return the parsed reply."""
    return (await client.send_async(build_request(config_id, body=body))).parsed
