# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/projects/{project_id}/datasets/{dataset_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteProjectDataset",
    namespace="datasets",
    name="delete",
    method="DELETE",
    path="/v1/projects/{project_id}/datasets/{dataset_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("dataset_id", "dataset_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(project_id: str, dataset_id: str) -> Request[models.DatasetDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "dataset_id": dataset_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatasetDeleted:
    """Return the reply: The id of the deleted dataset."""
    return read_model(models.DatasetDeleted, data, OPERATION)


def sync_detailed(
    project_id: str, dataset_id: str, *, client: Client
) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset. Return the response."""
    return client.send(build_request(project_id, dataset_id))


def sync(project_id: str, dataset_id: str, *, client: Client) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return client.send(build_request(project_id, dataset_id)).parsed


async def asyncio_detailed(
    project_id: str, dataset_id: str, *, client: Client
) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset. Return the response."""
    return await client.send_async(build_request(project_id, dataset_id))


async def asyncio(
    project_id: str, dataset_id: str, *, client: Client
) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, dataset_id))).parsed
