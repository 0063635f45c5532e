# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datapoints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, EmptyList, Field, Operation, Request, Response, Split, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listDatapoints",
    namespace="datapoints",
    name="list",
    method="GET",
    path="/v1/datapoints",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/datapoints",),
    fields=(
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
    *, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> Request[models.DatapointList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"datapoint_ids[]": datapoint_ids, "dataset_name": dataset_name}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatapointList:
    """Return the reply: The matching datapoints."""
    return read_model(models.DatapointList, data, OPERATION)


@deprecated("datapoints.list() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> Response[models.DatapointList | models.ErrorResponse]:
    """List datapoints by id or by dataset. Return the response."""
    return client.send(build_request(datapoint_ids=datapoint_ids, dataset_name=dataset_name))


@deprecated("datapoints.list() without project_id= is deprecated", category=None)
def sync(
    *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> models.DatapointList | models.ErrorResponse | None:
    """List datapoints by id or by dataset. Return the parsed reply."""
    return client.send(build_request(datapoint_ids=datapoint_ids, dataset_name=dataset_name)).parsed


@deprecated("datapoints.list() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> Response[models.DatapointList | models.ErrorResponse]:
    """List datapoints by id or by dataset. Return the response."""
    return await client.send_async(build_request(datapoint_ids=datapoint_ids, dataset_name=dataset_name))


@deprecated("datapoints.list() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, datapoint_ids: Sequence[str] | Unset = UNSET, dataset_name: str | Unset = UNSET
) -> models.DatapointList | models.ErrorResponse | None:
    """List datapoints by id or by dataset. Return the parsed reply."""
    return (await client.send_async(build_request(datapoint_ids=datapoint_ids, dataset_name=dataset_name))).parsed
