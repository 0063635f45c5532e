# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets/{dataset_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.dataset_deleted import DatasetDeleted
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="deleteDataset",
    namespace="datasets",
    name="delete",
    method="DELETE",
    path="/v1/datasets/{dataset_id}",
    host="v1",
    security=("projectKey",),
    fields=(Field("dataset_id", "dataset_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(dataset_id: str) -> Request[DatasetDeleted, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"dataset_id": dataset_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> DatasetDeleted:
    """Return the reply. The dataset is deleted."""
    from ...model import read_model
    from ...models.dataset_deleted import DatasetDeleted

    return read_model(DatasetDeleted, data)


def sync_detailed(dataset_id: str, *, client: Client) -> Response[DatasetDeleted | ErrorResponse]:
    """Delete a dataset. Return the response."""
    return client.send(build_request(dataset_id))


def sync(dataset_id: str, *, client: Client) -> DatasetDeleted | ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return sync_detailed(dataset_id, client=client).parsed


async def asyncio_detailed(dataset_id: str, *, client: Client) -> Response[DatasetDeleted | ErrorResponse]:
    """Delete a dataset. Return the response."""
    return await client.send_async(build_request(dataset_id))


async def asyncio(dataset_id: str, *, client: Client) -> DatasetDeleted | ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return (await asyncio_detailed(dataset_id, client=client)).parsed
