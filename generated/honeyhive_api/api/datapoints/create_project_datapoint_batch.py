# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/datapoints/batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createProjectDatapointBatch",
    namespace="datapoints",
    name="create_batch",
    method="POST",
    path="/v1/projects/{project_id}/datapoints/batch",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
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
    project_id: str, *, body: inputs.CreateDatapointBatchRequest
) -> Request[models.DatapointBatchCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatapointBatchCreated:
    """Return the reply: The ids of the created datapoints."""
    return read_model(models.DatapointBatchCreated, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> Response[models.DatapointBatchCreated | models.ErrorResponse]:
    """Create datapoints from stored events. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> models.DatapointBatchCreated | models.ErrorResponse | None:
    """Create datapoints from stored events. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> Response[models.DatapointBatchCreated | models.ErrorResponse]:
    """Create datapoints from stored events. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.CreateDatapointBatchRequest
) -> models.DatapointBatchCreated | models.ErrorResponse | None:
    """Create datapoints from stored events. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
