# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createChartLegacy",
    namespace="charts",
    name="create",
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
    identifies="data.id",
    acknowledges="success",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(*, body: inputs.CreateChartRequest) -> Request[models.ChartReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.ChartReply:
    """Return the reply: The chart."""
    return read_model(models.ChartReply, data, OPERATION)


@deprecated("charts.create() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateChartRequest
) -> Response[models.ChartReply | models.ErrorResponse]:
    """Create a chart in the API key's project. Return the response."""
    return client.send(build_request(body=body))


@deprecated("charts.create() without project_id= is deprecated", category=None)
def sync(*, client: Client, body: inputs.CreateChartRequest) -> models.ChartReply | models.ErrorResponse | None:
    """Create a chart in the API key's project. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("charts.create() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateChartRequest
) -> Response[models.ChartReply | models.ErrorResponse]:
    """Create a chart in the API key's project. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("charts.create() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, body: inputs.CreateChartRequest
) -> models.ChartReply | models.ErrorResponse | None:
    """Create a chart in the API key's project. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
