# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.configurations import CreateConfigurationRequest
    from ...models.configuration_created import ConfigurationCreated
    from ...models.error_response import ErrorResponse
    from ...types import Response

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
    error="ErrorResponse",
)


def build_request(*, body: CreateConfigurationRequest) -> Request[ConfigurationCreated, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> ConfigurationCreated:
    """Return the reply. The configuration is stored."""
    from ...model import read_model
    from ...models.configuration_created import ConfigurationCreated

    return read_model(ConfigurationCreated, data)


def sync_detailed(
    *, client: Client, body: CreateConfigurationRequest
) -> Response[ConfigurationCreated | ErrorResponse]:
    """Store a prompt configuration. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: CreateConfigurationRequest) -> ConfigurationCreated | ErrorResponse | None:
    """Store a prompt configuration. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: Client, body: CreateConfigurationRequest
) -> Response[ConfigurationCreated | ErrorResponse]:
    """Store a prompt configuration. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: CreateConfigurationRequest) -> ConfigurationCreated | ErrorResponse | None:
    """Store a prompt configuration. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
