# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/ingestion_api_keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createIngestionApiKey",
    namespace="ingestion_api_keys",
    name="create",
    method="POST",
    path="/v1/projects/{project_id}/ingestion_api_keys",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",), required=True),
        Field("description", "description", "body", ("string",)),
    ),
    body="flat",
    identifies="data.key_id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    project_id: str, *, body: inputs.CreateIngestionApiKeyRequest
) -> Request[models.IngestionApiKeyCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.IngestionApiKeyCreated:
    """Return the reply: The new key."""
    return read_model(models.IngestionApiKeyCreated, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.CreateIngestionApiKeyRequest
) -> Response[models.IngestionApiKeyCreated | models.ErrorResponse]:
    """Create an API key that can only write sessions and events. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.CreateIngestionApiKeyRequest
) -> models.IngestionApiKeyCreated | models.ErrorResponse | None:
    """Create an API key that can only write sessions and events. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.CreateIngestionApiKeyRequest
) -> Response[models.IngestionApiKeyCreated | models.ErrorResponse]:
    """Create an API key that can only write sessions and events. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.CreateIngestionApiKeyRequest
) -> models.IngestionApiKeyCreated | models.ErrorResponse | None:
    """Create an API key that can only write sessions and events. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
