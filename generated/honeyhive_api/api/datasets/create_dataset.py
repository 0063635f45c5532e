# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createDataset",
    namespace="datasets",
    name="create",
    method="POST",
    path="/v1/datasets",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/projects/{project_id}/datasets",),
    fields=(
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("datapoints", "datapoints", "body", ("array",)),
    ),
    body="flat",
    identifies="result.insertedId",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(*, body: inputs.CreateDatasetRequest) -> Request[models.DatasetCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatasetCreated:
    """Return the reply: The id of the created dataset."""
    return read_model(models.DatasetCreated, data, OPERATION)


@deprecated("datasets.create() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateDatasetRequest
) -> Response[models.DatasetCreated | models.ErrorResponse]:
    """Create a dataset. Return the response."""
    return client.send(build_request(body=body))


@deprecated("datasets.create() without project_id= is deprecated", category=None)
def sync(*, client: Client, body: inputs.CreateDatasetRequest) -> models.DatasetCreated | models.ErrorResponse | None:
    """Create a dataset. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("datasets.create() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateDatasetRequest
) -> Response[models.DatasetCreated | models.ErrorResponse]:
    """Create a dataset. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("datasets.create() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, body: inputs.CreateDatasetRequest
) -> models.DatasetCreated | models.ErrorResponse | None:
    """Create a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
