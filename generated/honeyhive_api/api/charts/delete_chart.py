# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/projects/{project_id}/charts/{chart_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteChart",
    namespace="charts",
    name="delete",
    method="DELETE",
    path="/v1/projects/{project_id}/charts/{chart_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("chart_id", "chart_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(project_id: str, chart_id: str) -> Request[models.ChartDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "chart_id": chart_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.ChartDeleted:
    """Return the reply: Confirmation of the deletion."""
    return read_model(models.ChartDeleted, data, OPERATION)


def sync_detailed(
    project_id: str, chart_id: str, *, client: Client
) -> Response[models.ChartDeleted | models.ErrorResponse]:
    """Delete a chart. Return the response."""
    return client.send(build_request(project_id, chart_id))


def sync(project_id: str, chart_id: str, *, client: Client) -> models.ChartDeleted | models.ErrorResponse | None:
    """Delete a chart. Return the parsed reply."""
    return client.send(build_request(project_id, chart_id)).parsed


async def asyncio_detailed(
    project_id: str, chart_id: str, *, client: Client
) -> Response[models.ChartDeleted | models.ErrorResponse]:
    """Delete a chart. Return the response."""
    return await client.send_async(build_request(project_id, chart_id))


async def asyncio(
    project_id: str, chart_id: str, *, client: Client
) -> models.ChartDeleted | models.ErrorResponse | None:
    """Delete a chart. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, chart_id))).parsed
