# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getDatapoint",
    namespace="datapoints",
    name="get",
    method="GET",
    path="/v1/datapoints/{datapoint_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/datapoints/{datapoint_id}",),
    fields=(Field("datapoint_id", "datapoint_id", "path", ("string",), required=True),),
    repeatable=True,
    identifies="datapoint[].id",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(datapoint_id: str) -> Request[models.DatapointFound, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"datapoint_id": datapoint_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatapointFound:
    """Return the reply: The datapoint."""
    return read_model(models.DatapointFound, data, OPERATION)


@deprecated("datapoints.get() without project_id= is deprecated", category=None)
def sync_detailed(datapoint_id: str, *, client: Client) -> Response[models.DatapointFound | models.ErrorResponse]:
    """Return one datapoint. Return the response."""
    return client.send(build_request(datapoint_id))


@deprecated("datapoints.get() without project_id= is deprecated", category=None)
def sync(datapoint_id: str, *, client: Client) -> models.DatapointFound | models.ErrorResponse | None:
    """Return one datapoint. Return the parsed reply."""
    return client.send(build_request(datapoint_id)).parsed


@deprecated("datapoints.get() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    datapoint_id: str, *, client: Client
) -> Response[models.DatapointFound | models.ErrorResponse]:
    """Return one datapoint. Return the response."""
    return await client.send_async(build_request(datapoint_id))


@deprecated("datapoints.get() without project_id= is deprecated", category=None)
async def asyncio(datapoint_id: str, *, client: Client) -> models.DatapointFound | models.ErrorResponse | None:
    """Return one datapoint. Return the parsed reply."""
    return (await client.send_async(build_request(datapoint_id))).parsed
