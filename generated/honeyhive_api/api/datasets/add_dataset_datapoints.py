# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datasets/{dataset_id}/datapoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.datasets import AddDatapointsRequest
    from ...models.datapoints_added import DatapointsAdded
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="addDatasetDatapoints",
    namespace="datasets",
    name="add_datapoints",
    method="POST",
    path="/v1/datasets/{dataset_id}/datapoints",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("dataset_id", "dataset_id", "path", ("string",), required=True),
        Field("data", "data", "body", ("array",), required=True),
        Field("mapping", "mapping", "body", ("object",), required=True, shape="DatapointMapping"),
    ),
    body="flat",
    error="ErrorResponse",
)


def build_request(dataset_id: str, *, body: AddDatapointsRequest) -> Request[DatapointsAdded, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"dataset_id": dataset_id}, {}, body, read_reply)


def read_reply(data: Any) -> DatapointsAdded:
    """Return the reply. The datapoints are added."""
    from ...model import read_model
    from ...models.datapoints_added import DatapointsAdded

    return read_model(DatapointsAdded, data)


def sync_detailed(
    dataset_id: str, *, client: Client, body: AddDatapointsRequest
) -> Response[DatapointsAdded | ErrorResponse]:
    """Make datapoints of rows and add them to a dataset. Return the response."""
    return client.send(build_request(dataset_id, body=body))


def sync(dataset_id: str, *, client: Client, body: AddDatapointsRequest) -> DatapointsAdded | ErrorResponse | None:
    """Make datapoints of rows and add them to a dataset. Return the parsed reply."""
    return sync_detailed(dataset_id, client=client, body=body).parsed


async def asyncio_detailed(
    dataset_id: str, *, client: Client, body: AddDatapointsRequest
) -> Response[DatapointsAdded | ErrorResponse]:
    """Make datapoints of rows and add them to a dataset. Return the response."""
    return await client.send_async(build_request(dataset_id, body=body))


async def asyncio(
    dataset_id: str, *, client: Client, body: AddDatapointsRequest
) -> DatapointsAdded | ErrorResponse | None:
    """Make datapoints of rows and add them to a dataset. Return the parsed reply."""
    return (await asyncio_detailed(dataset_id, client=client, body=body)).parsed
