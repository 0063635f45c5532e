# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.dataset_deleted import DatasetDeleted
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="deleteDatasetLegacy",
    namespace="datasets",
    name="delete_legacy",
    method="DELETE",
    path="/v1/datasets",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/datasets/{dataset_id}",),
    fields=(Field("dataset_id", "dataset_id", "query", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, dataset_id: str) -> Request[DatasetDeleted, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {"dataset_id": dataset_id}, UNSET, read_reply)


def read_reply(data: Any) -> DatasetDeleted:
    """Return the reply. The dataset is deleted."""
    from ...model import read_model
    from ...models.dataset_deleted import DatasetDeleted

    return read_model(DatasetDeleted, data)


def sync_detailed(*, client: Client, dataset_id: str) -> Response[DatasetDeleted | ErrorResponse]:
    """Delete a dataset whose id is in the query. Return the response."""
    return client.send(build_request(dataset_id=dataset_id))


def sync(*, client: Client, dataset_id: str) -> DatasetDeleted | ErrorResponse | None:
    """Delete a dataset whose id is in the query. Return the parsed reply."""
    return sync_detailed(client=client, dataset_id=dataset_id).parsed


async def asyncio_detailed(*, client: Client, dataset_id: str) -> Response[DatasetDeleted | ErrorResponse]:
    """Delete a dataset whose id is in the query. Return the response."""
    return await client.send_async(build_request(dataset_id=dataset_id))


async def asyncio(*, client: Client, dataset_id: str) -> DatasetDeleted | ErrorResponse | None:
    """Delete a dataset whose id is in the query. Return the parsed reply."""
    return (await asyncio_detailed(client=client, dataset_id=dataset_id)).parsed
