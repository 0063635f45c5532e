# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datapoints/batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.datapoints import CreateDatapointBatchRequest
    from ...models.datapoint_batch_created import DatapointBatchCreated
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="createDatapointBatch",
    namespace="datapoints",
    name="create_batch",
    method="POST",
    path="/v1/datapoints/batch",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("filters", "filters", "body", ("array", "object")),
        Field("dateRange", "date_range", "body", ("object",), shape="EventDateRange"),
        Field("checkState", "check_state", "body", ("object",)),
        Field("selectAll", "select_all", "body", ("boolean",)),
        Field("dataset_id", "dataset_id", "body", ("string",)),
        Field("events", "events", "body", ("array",), deprecated=True),
        Field("mapping", "mapping", "body", ("object",), shape="DatapointMapping", deprecated=True),
    ),
    body="flat",
    error="ErrorResponse",
)


def build_request(*, body: CreateDatapointBatchRequest) -> Request[DatapointBatchCreated, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> DatapointBatchCreated:
    """Return the reply. The datapoints are created."""
    from ...model import read_model
    from ...models.datapoint_batch_created import DatapointBatchCreated

    return read_model(DatapointBatchCreated, data)


def sync_detailed(
    *, client: Client, body: CreateDatapointBatchRequest
) -> Response[DatapointBatchCreated | ErrorResponse]:
    """Make datapoints of stored events. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: CreateDatapointBatchRequest) -> DatapointBatchCreated | ErrorResponse | None:
    """Make datapoints of stored events. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: Client, body: CreateDatapointBatchRequest
) -> Response[DatapointBatchCreated | ErrorResponse]:
    """Make datapoints of stored events. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: CreateDatapointBatchRequest) -> DatapointBatchCreated | ErrorResponse | None:
    """Make datapoints of stored events. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
