# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getProjectDatapoint",
    namespace="datapoints",
    name="get",
    method="GET",
    path="/v1/projects/{project_id}/datapoints/{datapoint_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("datapoint_id", "datapoint_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    identifies="datapoint[].id",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(project_id: str, datapoint_id: str) -> Request[models.DatapointFound, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "datapoint_id": datapoint_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatapointFound:
    """Return the reply: The datapoint."""
    return read_model(models.DatapointFound, data, OPERATION)


def sync_detailed(
    project_id: str, datapoint_id: str, *, client: Client
) -> Response[models.DatapointFound | models.ErrorResponse]:
    """Return one datapoint. Return the response."""
    return client.send(build_request(project_id, datapoint_id))


def sync(project_id: str, datapoint_id: str, *, client: Client) -> models.DatapointFound | models.ErrorResponse | None:
    """Return one datapoint. Return the parsed reply."""
    return client.send(build_request(project_id, datapoint_id)).parsed


async def asyncio_detailed(
    project_id: str, datapoint_id: str, *, client: Client
) -> Response[models.DatapointFound | models.ErrorResponse]:
    """Return one datapoint. Return the response."""
    return await client.send_async(build_request(project_id, datapoint_id))


async def asyncio(
    project_id: str, datapoint_id: str, *, client: Client
) -> models.DatapointFound | models.ErrorResponse | None:
    """Return one datapoint. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, datapoint_id))).parsed
