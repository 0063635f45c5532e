# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.datasets import CreateDatasetRequest
    from ...models.dataset_created import DatasetCreated
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="createDataset",
    namespace="datasets",
    name="create",
    method="POST",
    path="/v1/datasets",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("datapoints", "datapoints", "body", ("array",)),
    ),
    body="flat",
    error="ErrorResponse",
)


def build_request(*, body: CreateDatasetRequest) -> Request[DatasetCreated, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> DatasetCreated:
    """Return the reply. The dataset is created."""
    from ...model import read_model
    from ...models.dataset_created import DatasetCreated

    return read_model(DatasetCreated, data)


def sync_detailed(*, client: Client, body: CreateDatasetRequest) -> Response[DatasetCreated | ErrorResponse]:
    """Create a dataset. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: CreateDatasetRequest) -> DatasetCreated | ErrorResponse | None:
    """Create a dataset. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: CreateDatasetRequest) -> Response[DatasetCreated | ErrorResponse]:
    """Create a dataset. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: CreateDatasetRequest) -> DatasetCreated | ErrorResponse | None:
    """Create a dataset. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
