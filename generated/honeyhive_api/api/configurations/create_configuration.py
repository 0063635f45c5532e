# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createConfiguration",
    namespace="configurations",
    name="create",
    method="POST",
    path="/v1/configurations",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    fields=(
        Field("name", "name", "body", ("string",), required=True),
        Field("provider", "provider", "body", ("string",), required=True),
        Field("parameters", "parameters", "body", ("object",), required=True, shape="ConfigurationParameters"),
        Field("type", "type", "body", ("string",), choices=("LLM", "pipeline")),
        Field("env", "env", "body", ("array",)),
        Field("tags", "tags", "body", ("array",)),
        Field("user_properties", "user_properties", "body", ("object",), nullable=True),
    ),
    body="flat",
    identifies="insertedId",
    error="ErrorResponse",
)


def build_request(
    *, body: inputs.CreateConfigurationRequest
) -> Request[models.ConfigurationCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.ConfigurationCreated:
    """Return the reply: The id of the stored configuration."""
    return read_model(models.ConfigurationCreated, data, OPERATION)


@deprecated("configurations.create() is deprecated", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateConfigurationRequest
) -> Response[models.ConfigurationCreated | models.ErrorResponse]:
    """Store a prompt configuration. Return the response."""
    return client.send(build_request(body=body))


@deprecated("configurations.create() is deprecated", category=None)
def sync(
    *, client: Client, body: inputs.CreateConfigurationRequest
) -> models.ConfigurationCreated | models.ErrorResponse | None:
    """Store a prompt configuration. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("configurations.create() is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateConfigurationRequest
) -> Response[models.ConfigurationCreated | models.ErrorResponse]:
    """Store a prompt configuration. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("configurations.create() is deprecated", category=None)
async def asyncio(
    *, client: Client, body: inputs.CreateConfigurationRequest
) -> models.ConfigurationCreated | models.ErrorResponse | None:
    """Store a prompt configuration. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
