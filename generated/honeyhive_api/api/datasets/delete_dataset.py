# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets/{dataset_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteDataset",
    namespace="datasets",
    name="delete",
    method="DELETE",
    path="/v1/datasets/{dataset_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/projects/{project_id}/datasets/{dataset_id}",),
    fields=(Field("dataset_id", "dataset_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(dataset_id: str) -> Request[models.DatasetDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"dataset_id": dataset_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatasetDeleted:
    """Return the reply: The id of the deleted dataset."""
    return read_model(models.DatasetDeleted, data, OPERATION)


@deprecated("datasets.delete() without project_id= is deprecated", category=None)
def sync_detailed(dataset_id: str, *, client: Client) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset. Return the response."""
    return client.send(build_request(dataset_id))


@deprecated("datasets.delete() without project_id= is deprecated", category=None)
def sync(dataset_id: str, *, client: Client) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return client.send(build_request(dataset_id)).parsed


@deprecated("datasets.delete() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    dataset_id: str, *, client: Client
) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset. Return the response."""
    return await client.send_async(build_request(dataset_id))


@deprecated("datasets.delete() without project_id= is deprecated", category=None)
async def asyncio(dataset_id: str, *, client: Client) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(dataset_id))).parsed
