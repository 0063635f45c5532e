# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/configurations/{configId}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.configurations import UpdateConfigurationRequest
    from ...models.configuration_updated import ConfigurationUpdated
    from ...models.error_response import ErrorResponse
    from ...types import Response

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


def build_request(config_id: str, *, body: UpdateConfigurationRequest) -> Request[ConfigurationUpdated, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"configId": config_id}, {}, body, read_reply)


def read_reply(data: Any) -> ConfigurationUpdated:
    """Return the reply. The configuration is changed."""
    from ...model import read_model
    from ...models.configuration_updated import ConfigurationUpdated

    return read_model(ConfigurationUpdated, data)


def sync_detailed(
    config_id: str, *, client: Client, body: UpdateConfigurationRequest
) -> Response[ConfigurationUpdated | ErrorResponse]:
    """Change a prompt configuration. Return the response."""
    return client.send(build_request(config_id, body=body))


def sync(
    config_id: str, *, client: Client, body: UpdateConfigurationRequest
) -> ConfigurationUpdated | ErrorResponse | None:
    """Change a prompt configuration. Return the parsed reply."""
    return sync_detailed(config_id, client=client, body=body).parsed


async def asyncio_detailed(
    config_id: str, *, client: Client, body: UpdateConfigurationRequest
) -> Response[ConfigurationUpdated | ErrorResponse]:
    """Change a prompt configuration. Return the response."""
    return await client.send_async(build_request(config_id, body=body))


async def asyncio(
    config_id: str, *, client: Client, body: UpdateConfigurationRequest
) -> ConfigurationUpdated | ErrorResponse | None:
    """Change a prompt configuration. Return the parsed reply."""
    return (await asyncio_detailed(config_id, client=client, body=body)).parsed
