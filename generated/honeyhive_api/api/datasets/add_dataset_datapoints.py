# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datasets/{dataset_id}/datapoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="addDatasetDatapoints",
    namespace="datasets",
    name="add_datapoints",
    method="POST",
    path="/v1/datasets/{dataset_id}/datapoints",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/projects/{project_id}/datasets/{dataset_id}/datapoints",),
    fields=(
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
    dataset_id: str, *, body: inputs.AddDatapointsRequest
) -> Request[models.DatapointsAdded, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"dataset_id": dataset_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatapointsAdded:
    """Return the reply: The ids of the added datapoints."""
    return read_model(models.DatapointsAdded, data, OPERATION)


@deprecated("datasets.add_datapoints() without project_id= is deprecated", category=None)
def sync_detailed(
    dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> Response[models.DatapointsAdded | models.ErrorResponse]:
    """Create datapoints from rows and add them to a dataset. Return the response."""
    return client.send(build_request(dataset_id, body=body))


@deprecated("datasets.add_datapoints() without project_id= is deprecated", category=None)
def sync(
    dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> models.DatapointsAdded | models.ErrorResponse | None:
    """Create datapoints from rows and add them to a dataset. Return the parsed reply."""
    return client.send(build_request(dataset_id, body=body)).parsed


@deprecated("datasets.add_datapoints() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> Response[models.DatapointsAdded | models.ErrorResponse]:
    """Create datapoints from rows and add them to a dataset. Return the response."""
    return await client.send_async(build_request(dataset_id, body=body))


@deprecated("datasets.add_datapoints() without project_id= is deprecated", category=None)
async def asyncio(
    dataset_id: str, *, client: Client, body: inputs.AddDatapointsRequest
) -> models.DatapointsAdded | models.ErrorResponse | None:
    """Create datapoints from rows and add them to a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(dataset_id, body=body))).parsed
