# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/datapoints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, EmptyList, Field, Operation, Request, Response, Split, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listProjectDatapoints",
    namespace="datapoints",
    name="list",
    method="GET",
    path="/v1/projects/{project_id}/datapoints",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("datapoint_ids[]", "datapoint_ids", "query", ("array",)),
        Field("dataset_name", "dataset_name", "query", ("string",)),
    ),
    repeatable=True,
    split=Split(parameter="datapoint_ids[]", size=100),
    empty_list=EmptyList(parameter="datapoint_ids[]", reply={"datapoints": []}),
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, *, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> Request[models.DatapointList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id},
        {"datapoint_ids[]": datapoint_ids, "dataset_name": dataset_name},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.DatapointList:
    """Return the reply: The matching datapoints."""
    return read_model(models.DatapointList, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> Response[models.DatapointList | models.ErrorResponse]:
    """List datapoints by id or by dataset. Return the response."""
    return client.send(build_request(project_id, datapoint_ids=datapoint_ids, dataset_name=dataset_name))


def sync(
    project_id: str, *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> models.DatapointList | models.ErrorResponse | None:
    """List datapoints by id or by dataset. Return the parsed reply."""
    return client.send(build_request(project_id, datapoint_ids=datapoint_ids, dataset_name=dataset_name)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> Response[models.DatapointList | models.ErrorResponse]:
    """List datapoints by id or by dataset. Return the response."""
    return await client.send_async(build_request(project_id, datapoint_ids=datapoint_ids, dataset_name=dataset_name))


async def asyncio(
    project_id: str, *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> models.DatapointList | models.ErrorResponse | None:
    """List datapoints by id or by dataset. Return the parsed reply."""
    return (
        await client.send_async(build_request(project_id, datapoint_ids=datapoint_ids, dataset_name=dataset_name))
    ).parsed
