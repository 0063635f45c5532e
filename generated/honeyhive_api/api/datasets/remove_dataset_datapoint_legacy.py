# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets/{dataset_id}/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.datapoint_removed import DatapointRemoved
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="removeDatasetDatapointLegacy",
    namespace="datasets",
    name="remove_datapoint_legacy",
    method="DELETE",
    path="/v1/datasets/{dataset_id}/{datapoint_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}",),
    fields=(
        Field("dataset_id", "dataset_id", "path", ("string",), required=True),
        Field("datapoint_id", "datapoint_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(dataset_id: str, datapoint_id: str) -> Request[DatapointRemoved, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"dataset_id": dataset_id, "datapoint_id": datapoint_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> DatapointRemoved:
    """Return the reply. The datapoint is no longer in the dataset."""
    from ...model import read_model
    from ...models.datapoint_removed import DatapointRemoved

    return read_model(DatapointRemoved, data)


def sync_detailed(dataset_id: str, datapoint_id: str, *, client: Client) -> Response[DatapointRemoved | ErrorResponse]:
    """Take a datapoint out of a dataset by the older path. Return the response."""
    return client.send(build_request(dataset_id, datapoint_id))


def sync(dataset_id: str, datapoint_id: str, *, client: Client) -> DatapointRemoved | ErrorResponse | None:
    """Take a datapoint out of a dataset by the older path. Return the parsed reply."""
    return sync_detailed(dataset_id, datapoint_id, client=client).parsed


async def asyncio_detailed(
    dataset_id: str, datapoint_id: str, *, client: Client
) -> Response[DatapointRemoved | ErrorResponse]:
    """Take a datapoint out of a dataset by the older path. Return the response."""
    return await client.send_async(build_request(dataset_id, datapoint_id))


async def asyncio(dataset_id: str, datapoint_id: str, *, client: Client) -> DatapointRemoved | ErrorResponse | None:
    """Take a datapoint out of a dataset by the older path. Return the parsed reply."""
    return (await asyncio_detailed(dataset_id, datapoint_id, client=client)).parsed
