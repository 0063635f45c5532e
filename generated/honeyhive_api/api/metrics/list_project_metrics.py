# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listProjectMetrics",
    namespace="metrics",
    name="list",
    method="GET",
    path="/v1/projects/{project_id}/metrics",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("type", "type", "query", ("string",)),
        Field("id", "id", "query", ("string",)),
    ),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, *, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Request[models.MetricList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {"type": type, "id": id}, UNSET, read_reply)


def read_reply(data: Any) -> models.MetricList:
    """Return the reply: The matching metrics."""
    return read_model(models.MetricList, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Response[models.MetricList | models.ErrorResponse]:
    """List the metrics of the project. Return the response."""
    return client.send(build_request(project_id, type=type, id=id))


def sync(
    project_id: str, *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> models.MetricList | models.ErrorResponse | None:
    """List the metrics of the project. Return the parsed reply."""
    return client.send(build_request(project_id, type=type, id=id)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Response[models.MetricList | models.ErrorResponse]:
    """List the metrics of the project. Return the response."""
    return await client.send_async(build_request(project_id, type=type, id=id))


async def asyncio(
    project_id: str, *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> models.MetricList | models.ErrorResponse | None:
    """List the metrics of the project. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, type=type, id=id))).parsed
