# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listDatasets",
    namespace="datasets",
    name="list",
    method="GET",
    path="/v1/datasets",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/datasets",),
    fields=(Field("dataset_id", "dataset_id", "query", ("string",)), Field("name", "name", "query", ("string",))),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    *, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> Request[models.DatasetList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"dataset_id": dataset_id, "name": name}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatasetList:
    """Return the reply: The matching datasets."""
    return read_model(models.DatasetList, data, OPERATION)


@deprecated("datasets.list() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> Response[models.DatasetList | models.ErrorResponse]:
    """List the datasets of the project. Return the response."""
    return client.send(build_request(dataset_id=dataset_id, name=name))


@deprecated("datasets.list() without project_id= is deprecated", category=None)
def sync(
    *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> models.DatasetList | models.ErrorResponse | None:
    """List the datasets of the project. Return the parsed reply."""
    return client.send(build_request(dataset_id=dataset_id, name=name)).parsed


@deprecated("datasets.list() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> Response[models.DatasetList | models.ErrorResponse]:
    """List the datasets of the project. Return the response."""
    return await client.send_async(build_request(dataset_id=dataset_id, name=name))


@deprecated("datasets.list() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> models.DatasetList | models.ErrorResponse | None:
    """List the datasets of the project. Return the parsed reply."""
    return (await client.send_async(build_request(dataset_id=dataset_id, name=name))).parsed
