# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/charts."""

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
    id="createChartLegacy",
    namespace="charts",
    name="create_legacy",
    method="POST",
    path="/v1/charts",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/projects/{project_id}/charts",),
    fields=(
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


def build_request(*, body: CreateChartRequest) -> Request[ChartReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> ChartReply:
    """Return the reply. The chart."""
    from ...model import read_model
    from ...models.chart_reply import ChartReply

    return read_model(ChartReply, data)


def sync_detailed(*, client: Client, body: CreateChartRequest) -> Response[ChartReply | ErrorResponse]:
    """Create a chart in the project of the key. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: CreateChartRequest) -> ChartReply | ErrorResponse | None:
    """Create a chart in the project of the key. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: CreateChartRequest) -> Response[ChartReply | ErrorResponse]:
    """Create a chart in the project of the key. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: CreateChartRequest) -> ChartReply | ErrorResponse | None:
    """Create a chart in the project of the key. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
