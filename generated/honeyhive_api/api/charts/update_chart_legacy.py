# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/charts/{chart_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.charts import UpdateChartRequest
    from ...models.chart_reply import ChartReply
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="updateChartLegacy",
    namespace="charts",
    name="update_legacy",
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
    error="ErrorResponse",
)


def build_request(chart_id: str, *, body: UpdateChartRequest) -> Request[ChartReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"chart_id": chart_id}, {}, body, read_reply)


def read_reply(data: Any) -> ChartReply:
    """Return the reply. The chart."""
    from ...model import read_model
    from ...models.chart_reply import ChartReply

    return read_model(ChartReply, data)


def sync_detailed(chart_id: str, *, client: Client, body: UpdateChartRequest) -> Response[ChartReply | ErrorResponse]:
    """Change a chart of the project of the key. Return the response."""
    return client.send(build_request(chart_id, body=body))


def sync(chart_id: str, *, client: Client, body: UpdateChartRequest) -> ChartReply | ErrorResponse | None:
    """Change a chart of the project of the key. Return the parsed reply."""
    return sync_detailed(chart_id, client=client, body=body).parsed


async def asyncio_detailed(
    chart_id: str, *, client: Client, body: UpdateChartRequest
) -> Response[ChartReply | ErrorResponse]:
    """Change a chart of the project of the key. Return the response."""
    return await client.send_async(build_request(chart_id, body=body))


async def asyncio(chart_id: str, *, client: Client, body: UpdateChartRequest) -> ChartReply | ErrorResponse | None:
    """Change a chart of the project of the key. Return the parsed reply."""
    return (await asyncio_detailed(chart_id, client=client, body=body)).parsed
