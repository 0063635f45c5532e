# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listMetrics",
    namespace="metrics",
    name="list",
    method="GET",
    path="/v1/metrics",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/metrics",),
    fields=(Field("type", "type", "query", ("string",)), Field("id", "id", "query", ("string",))),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    *, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Request[models.MetricList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"type": type, "id": id}, UNSET, read_reply)


def read_reply(data: Any) -> models.MetricList:
    """Return the reply: The matching metrics."""
    return read_model(models.MetricList, data, OPERATION)


@deprecated("metrics.list() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Response[models.MetricList | models.ErrorResponse]:
    """List the metrics of the project. Return the response."""
    return client.send(build_request(type=type, id=id))


@deprecated("metrics.list() without project_id= is deprecated", category=None)
def sync(
    *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> models.MetricList | models.ErrorResponse | None:
    """List the metrics of the project. Return the parsed reply."""
    return client.send(build_request(type=type, id=id)).parsed


@deprecated("metrics.list() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Response[models.MetricList | models.ErrorResponse]:
    """List the metrics of the project. Return the response."""
    return await client.send_async(build_request(type=type, id=id))


@deprecated("metrics.list() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> models.MetricList | models.ErrorResponse | None:
    """List the metrics of the project. Return the parsed reply."""
    return (await client.send_async(build_request(type=type, id=id))).parsed
