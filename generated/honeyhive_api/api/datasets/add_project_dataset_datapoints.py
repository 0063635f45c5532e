# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/datasets/{dataset_id}/datapoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="addProjectDatasetDatapoints",
    namespace="datasets",
    name="add_datapoints",
    method="POST",
    path="/v1/projects/{project_id}/datasets/{dataset_id}/datapoints",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("dataset_id", "dataset_id", "path", ("string",), required=True),
        Field("data", "data", "body", ("array",), required=True),
        Field("mapping", "mapping", "body", ("object",), required=True, shape="DatapointMapping"),
    ),
    body="flat",
    identifies="datapoint_ids",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, dataset_id: str, *, body: inputs.AddDatapointsRequest
) -> Request[models.DatapointsAdded, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "dataset_id": dataset_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatapointsAdded:
    """Return the reply: The ids of the added datapoints."""
    return read_model(models.DatapointsAdded, data, OPERATION)


def sync_detailed(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> Response[models.DatapointsAdded | models.ErrorResponse]:
    """Create datapoints from rows and add them to a dataset. Return the response."""
    return client.send(build_request(project_id, dataset_id, body=body))


def sync(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> models.DatapointsAdded | models.ErrorResponse | None:
    """Create datapoints from rows and add them to a dataset. Return the parsed reply."""
    return client.send(build_request(project_id, dataset_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> Response[models.DatapointsAdded | models.ErrorResponse]:
    """Create datapoints from rows and add them to a dataset. Return the response."""
    return await client.send_async(build_request(project_id, dataset_id, body=body))


async def asyncio(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> models.DatapointsAdded | models.ErrorResponse | None:
    """Create datapoints from rows and add them to a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, dataset_id, body=body))).parsed
