# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/charts/{chart_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getChartLegacy",
    namespace="charts",
    name="get",
    method="GET",
    path="/v1/charts/{chart_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/charts/{chart_id}",),
    fields=(Field("chart_id", "chart_id", "path", ("string",), required=True),),
    repeatable=True,
    identifies="data.id",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(chart_id: str) -> Request[models.ChartReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"chart_id": chart_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.ChartReply:
    """Return the reply: The chart."""
    return read_model(models.ChartReply, data, OPERATION)


@deprecated("charts.get() without project_id= is deprecated", category=None)
def sync_detailed(chart_id: str, *, client: Client) -> Response[models.ChartReply | models.ErrorResponse]:
    """Return one chart of the API key's project. Return the response."""
    return client.send(build_request(chart_id))


@deprecated("charts.get() without project_id= is deprecated", category=None)
def sync(chart_id: str, *, client: Client) -> models.ChartReply | models.ErrorResponse | None:
    """Return one chart of the API key's project. Return the parsed reply."""
    return client.send(build_request(chart_id)).parsed


@deprecated("charts.get() without project_id= is deprecated", category=None)
async def asyncio_detailed(chart_id: str, *, client: Client) -> Response[models.ChartReply | models.ErrorResponse]:
    """Return one chart of the API key's project. Return the response."""
    return await client.send_async(build_request(chart_id))


@deprecated("charts.get() without project_id= is deprecated", category=None)
async def asyncio(chart_id: str, *, client: Client) -> models.ChartReply | models.ErrorResponse | None:
    """Return one chart of the API key's project. Return the parsed reply."""
    return (await client.send_async(build_request(chart_id))).parsed
