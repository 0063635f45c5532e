# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/charts/{chart_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateChartLegacy",
    namespace="charts",
    name="update",
    method="PUT",
    path="/v1/charts/{chart_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("PATCH /v1/projects/{project_id}/charts/{chart_id}",),
    fields=(
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
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    chart_id: str, *, body: inputs.UpdateChartRequest
) -> Request[models.ChartReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"chart_id": chart_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.ChartReply:
    """Return the reply: The chart."""
    return read_model(models.ChartReply, data, OPERATION)


@deprecated("charts.update() without project_id= is deprecated", category=None)
def sync_detailed(
    chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> Response[models.ChartReply | models.ErrorResponse]:
    """Update a chart of the API key's project. Return the response."""
    return client.send(build_request(chart_id, body=body))


@deprecated("charts.update() without project_id= is deprecated", category=None)
def sync(
    chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> models.ChartReply | models.ErrorResponse | None:
    """Update a chart of the API key's project. Return the parsed reply."""
    return client.send(build_request(chart_id, body=body)).parsed


@deprecated("charts.update() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> Response[models.ChartReply | models.ErrorResponse]:
    """Update a chart of the API key's project. Return the response."""
    return await client.send_async(build_request(chart_id, body=body))


@deprecated("charts.update() without project_id= is deprecated", category=None)
async def asyncio(
    chart_id: str, *, client: Client, body: inputs.UpdateChartRequest
) -> models.ChartReply | models.ErrorResponse | None:
    """Update a chart of the API key's project. Return the parsed reply."""
    return (await client.send_async(build_request(chart_id, body=body))).parsed
