# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listProjectDatasets",
    namespace="datasets",
    name="list",
    method="GET",
    path="/v1/projects/{project_id}/datasets",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("dataset_id", "dataset_id", "query", ("string",)),
        Field("name", "name", "query", ("string",)),
    ),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, *, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> Request[models.DatasetList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {"dataset_id": dataset_id, "name": name}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatasetList:
    """Return the reply: The matching datasets."""
    return read_model(models.DatasetList, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> Response[models.DatasetList | models.ErrorResponse]:
    """List the datasets of the project. Return the response."""
    return client.send(build_request(project_id, dataset_id=dataset_id, name=name))


def sync(
    project_id: str, *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> models.DatasetList | models.ErrorResponse | None:
    """List the datasets of the project. Return the parsed reply."""
    return client.send(build_request(project_id, dataset_id=dataset_id, name=name)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> Response[models.DatasetList | models.ErrorResponse]:
    """List the datasets of the project. Return the response."""
    return await client.send_async(build_request(project_id, dataset_id=dataset_id, name=name))


async def asyncio(
    project_id: str, *, client: Client, dataset_id: str | Unset = UNSET, name: str | Unset = UNSET
) -> models.DatasetList | models.ErrorResponse | None:
    """List the datasets of the project. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, dataset_id=dataset_id, name=name))).parsed
