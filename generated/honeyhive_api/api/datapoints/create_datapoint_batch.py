# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datapoints/batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createDatapointBatch",
    namespace="datapoints",
    name="create_batch",
    method="POST",
    path="/v1/datapoints/batch",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/projects/{project_id}/datapoints/batch",),
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
    identifies="insertedIds",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    *, body: inputs.CreateDatapointBatchRequest
) -> Request[models.DatapointBatchCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatapointBatchCreated:
    """Return the reply: The ids of the created datapoints."""
    return read_model(models.DatapointBatchCreated, data, OPERATION)


@deprecated("datapoints.create_batch() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> Response[models.DatapointBatchCreated | models.ErrorResponse]:
    """Create datapoints from stored events. Return the response."""
    return client.send(build_request(body=body))


@deprecated("datapoints.create_batch() without project_id= is deprecated", category=None)
def sync(
    *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> models.DatapointBatchCreated | models.ErrorResponse | None:
    """Create datapoints from stored events. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("datapoints.create_batch() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> Response[models.DatapointBatchCreated | models.ErrorResponse]:
    """Create datapoints from stored events. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("datapoints.create_batch() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> models.DatapointBatchCreated | models.ErrorResponse | None:
    """Create datapoints from stored events. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
