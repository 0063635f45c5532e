# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PATCH /v1/projects/{project_id}/charts/{chart_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateChart",
    namespace="charts",
    name="update",
    method="PATCH",
    path="/v1/projects/{project_id}/charts/{chart_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("chart_id", "chart_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("metric", "metric", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("func", "func", "body", ("string",)),
        Field("groupBy", "group_by", "body", ("string",), nullable=True),
        Field(
            "bucketing",
            "bucketing",
            "body",
            ("string",),
            choices=("minute", "five_minute", "hour", "day", "week", "month", "auto"),
        ),
        Field("dateRange", "date_range", "body", ("object",), shape="ChartDateRange"),
        Field("query", "query", "body", ("array",), shape="ChartFilter"),
        Field("owner_id", "owner_id", "body", ("string",)),
    ),
    body="flat",
    acknowledges="success",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, chart_id: str, *, body: inputs.UpdateChartRequest
) -> Request[models.ChartReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "chart_id": chart_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.ChartReply:
    """Return the reply: The chart."""
    return read_model(models.ChartReply, data, OPERATION)


def sync_detailed(
    project_id: str, chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> Response[models.ChartReply | models.ErrorResponse]:
    """Update a chart. Return the response."""
    return client.send(build_request(project_id, chart_id, body=body))


def sync(
    project_id: str, chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> models.ChartReply | models.ErrorResponse | None:
    """Update a chart. Return the parsed reply."""
    return client.send(build_request(project_id, chart_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> Response[models.ChartReply | models.ErrorResponse]:
    """Update a chart. Return the response."""
    return await client.send_async(build_request(project_id, chart_id, body=body))


async def asyncio(
    project_id: str, chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> models.ChartReply | models.ErrorResponse | None:
    """Update a chart. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, chart_id, body=body))).parsed
