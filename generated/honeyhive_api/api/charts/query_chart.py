# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/charts/query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="queryChart",
    namespace="charts",
    name="query",
    method="POST",
    path="/v1/projects/{project_id}/charts/query",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("date_range", "date_range", "body", ("object",), required=True, shape="ChartQueryDateRange"),
        Field("query", "query", "body", ("object",), required=True, shape="ChartQuery"),
        Field("filters", "filters", "body", ("array",), shape="Filter"),
        Field("product_filters", "product_filters", "body", ("object",), shape="ChartProductFilters"),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    project_id: str, *, body: inputs.QueryChartRequest
) -> Request[models.ChartQueryReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.ChartQueryReply:
    """Return the reply: The data of the chart."""
    return read_model(models.ChartQueryReply, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.QueryChartRequest
) -> Response[models.ChartQueryReply | models.ErrorResponse]:
    """Compute the data of a chart from the events of a project. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.QueryChartRequest
) -> models.ChartQueryReply | models.ErrorResponse | None:
    """Compute the data of a chart from the events of a project. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.QueryChartRequest
) -> Response[models.ChartQueryReply | models.ErrorResponse]:
    """Compute the data of a chart from the events of a project. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.QueryChartRequest
) -> models.ChartQueryReply | models.ErrorResponse | None:
    """Compute the data of a chart from the events of a project. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
