# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

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
    fields=(Field("datapoint_id", "datapoint_id", "path", ("string",), required=True),),
    repeatable=True,
    identifies="datapoint[].id",
    error="ErrorResponse",
)


def build_request(datapoint_id: str) -> Request[models.DatapointFound, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"datapoint_id": datapoint_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatapointFound:
    """Return the reply: The datapoint."""
    return read_model(models.DatapointFound, data, OPERATION)


def sync_detailed(datapoint_id: str, *, client: Client) -> Response[models.DatapointFound | models.ErrorResponse]:
    """Return one datapoint. Return the response."""
    return client.send(build_request(datapoint_id))


def sync(datapoint_id: str, *, client: Client) -> models.DatapointFound | models.ErrorResponse | None:
    """Return one datapoint. Return the parsed reply."""
    return client.send(build_request(datapoint_id)).parsed


async def asyncio_detailed(
    datapoint_id: str, *, client: Client
) -> Response[models.DatapointFound | models.ErrorResponse]:
    """Return one datapoint. Return the response."""
    return await client.send_async(build_request(datapoint_id))


async def asyncio(datapoint_id: str, *, client: Client) -> models.DatapointFound | models.ErrorResponse | None:
    """Return one datapoint. Return the parsed reply."""
    return (await client.send_async(build_request(datapoint_id))).parsed
