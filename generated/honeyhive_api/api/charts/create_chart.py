# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.charts import CreateChartRequest
    from ...models.chart_reply import ChartReply
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="createChart",
    namespace="charts",
    name="create",
    method="POST",
    path="/v1/projects/{project_id}/charts",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",), required=True),
        Field("metric", "metric", "body", ("string",), required=True),
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
    error="ErrorResponse",
)


def build_request(project_id: str, *, body: CreateChartRequest) -> Request[ChartReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> ChartReply:
    """Return the reply. The chart."""
    from ...model import read_model
    from ...models.chart_reply import ChartReply

    return read_model(ChartReply, data)


def sync_detailed(project_id: str, *, client: Client, body: CreateChartRequest) -> Response[ChartReply | ErrorResponse]:
    """Create a chart. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(project_id: str, *, client: Client, body: CreateChartRequest) -> ChartReply | ErrorResponse | None:
    """Create a chart. Return the parsed reply."""
    return sync_detailed(project_id, client=client, body=body).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: CreateChartRequest
) -> Response[ChartReply | ErrorResponse]:
    """Create a chart. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(project_id: str, *, client: Client, body: CreateChartRequest) -> ChartReply | ErrorResponse | None:
    """Create a chart. Return the parsed reply."""
    return (await asyncio_detailed(project_id, client=client, body=body)).parsed
