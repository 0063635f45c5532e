# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteDatasetLegacy",
    namespace="datasets",
    name="delete_legacy",
    method="DELETE",
    path="/v1/datasets",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/projects/{project_id}/datasets/{dataset_id}",),
    fields=(Field("dataset_id", "dataset_id", "query", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, dataset_id: str) -> Request[models.DatasetDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"dataset_id": dataset_id}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatasetDeleted:
    """Return the reply: The id of the deleted dataset."""
    return read_model(models.DatasetDeleted, data, OPERATION)


@deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
def sync_detailed(*, client: Client, dataset_id: str) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset whose id is in the query. Return the response."""
    return client.send(build_request(dataset_id=dataset_id))


@deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
def sync(*, client: Client, dataset_id: str) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset whose id is in the query. Return the parsed reply."""
    return client.send(build_request(dataset_id=dataset_id)).parsed


@deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
async def asyncio_detailed(
    *, client: Client, dataset_id: str
) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset whose id is in the query. Return the response."""
    return await client.send_async(build_request(dataset_id=dataset_id))


@deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
async def asyncio(*, client: Client, dataset_id: str) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset whose id is in the query. Return the parsed reply."""
    return (await client.send_async(build_request(dataset_id=dataset_id))).parsed
