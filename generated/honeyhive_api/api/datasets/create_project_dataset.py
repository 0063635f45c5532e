# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createProjectDataset",
    namespace="datasets",
    name="create",
    method="POST",
    path="/v1/projects/{project_id}/datasets",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("datapoints", "datapoints", "body", ("array",)),
    ),
    body="flat",
    identifies="result.insertedId",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, *, body: inputs.CreateDatasetRequest
) -> Request[models.DatasetCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatasetCreated:
    """Return the reply: The id of the created dataset."""
    return read_model(models.DatasetCreated, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.CreateDatasetRequest
) -> Response[models.DatasetCreated | models.ErrorResponse]:
    """Create a dataset. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.CreateDatasetRequest
) -> models.DatasetCreated | models.ErrorResponse | None:
    """Create a dataset. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.CreateDatasetRequest
) -> Response[models.DatasetCreated | models.ErrorResponse]:
    """Create a dataset. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.CreateDatasetRequest
) -> models.DatasetCreated | models.ErrorResponse | None:
    """Create a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
