# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listCharts",
    namespace="charts",
    name="list",
    method="GET",
    path="/v1/projects/{project_id}/charts",
    host="v1",
    security=("dataPlaneKey",),
    fields=(Field("project_id", "project_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(project_id: str) -> Request[models.ChartList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.ChartList:
    """Return the reply: The charts."""
    return read_model(models.ChartList, data, OPERATION)


def sync_detailed(project_id: str, *, client: Client) -> Response[models.ChartList | models.ErrorResponse]:
    """List the charts of a project. Return the response."""
    return client.send(build_request(project_id))


def sync(project_id: str, *, client: Client) -> models.ChartList | models.ErrorResponse | None:
    """List the charts of a project. Return the parsed reply."""
    return client.send(build_request(project_id)).parsed


async def asyncio_detailed(project_id: str, *, client: Client) -> Response[models.ChartList | models.ErrorResponse]:
    """List the charts of a project. Return the response."""
    return await client.send_async(build_request(project_id))


async def asyncio(project_id: str, *, client: Client) -> models.ChartList | models.ErrorResponse | None:
    """List the charts of a project. Return the parsed reply."""
    return (await client.send_async(build_request(project_id))).parsed
