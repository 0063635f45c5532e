# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets/{dataset_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

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
    fields=(Field("dataset_id", "dataset_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(dataset_id: str) -> Request[models.DatasetDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"dataset_id": dataset_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatasetDeleted:
    """Return the reply: The id of the deleted dataset."""
    return read_model(models.DatasetDeleted, data, OPERATION)


def sync_detailed(dataset_id: str, *, client: Client) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset. Return the response."""
    return client.send(build_request(dataset_id))


def sync(dataset_id: str, *, client: Client) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return client.send(build_request(dataset_id)).parsed


async def asyncio_detailed(
    dataset_id: str, *, client: Client
) -> Response[models.DatasetDeleted | models.ErrorResponse]:
    """Delete a dataset. Return the response."""
    return await client.send_async(build_request(dataset_id))


async def asyncio(dataset_id: str, *, client: Client) -> models.DatasetDeleted | models.ErrorResponse | None:
    """Delete a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(dataset_id))).parsed
