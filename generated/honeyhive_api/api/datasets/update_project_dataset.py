# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/projects/{project_id}/datasets/{dataset_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateProjectDataset",
    namespace="datasets",
    name="update",
    method="PUT",
    path="/v1/projects/{project_id}/datasets/{dataset_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("dataset_id", "dataset_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("datapoints", "datapoints", "body", ("array",)),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, dataset_id: str, *, body: inputs.UpdateDatasetRequest
) -> Request[models.DatasetChanged, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "dataset_id": dataset_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatasetChanged:
    """Return the reply: The updated dataset."""
    return read_model(models.DatasetChanged, data, OPERATION)


def sync_detailed(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.UpdateDatasetRequest
) -> Response[models.DatasetChanged | models.ErrorResponse]:
    """Update a dataset. Return the response."""
    return client.send(build_request(project_id, dataset_id, body=body))


def sync(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.UpdateDatasetRequest
) -> models.DatasetChanged | models.ErrorResponse | None:
    """Update a dataset. Return the parsed reply."""
    return client.send(build_request(project_id, dataset_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.UpdateDatasetRequest
) -> Response[models.DatasetChanged | models.ErrorResponse]:
    """Update a dataset. Return the response."""
    return await client.send_async(build_request(project_id, dataset_id, body=body))


async def asyncio(
    project_id: str, dataset_id: str, *, client: Client, body: inputs.UpdateDatasetRequest
) -> models.DatasetChanged | models.ErrorResponse | None:
    """Update a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, dataset_id, body=body))).parsed
