# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listChartsLegacy",
    namespace="charts",
    name="list",
    method="GET",
    path="/v1/charts",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/charts",),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request() -> Request[models.ChartList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.ChartList:
    """Return the reply: The charts."""
    return read_model(models.ChartList, data, OPERATION)


@deprecated("charts.list() without project_id= is deprecated", category=None)
def sync_detailed(*, client: Client) -> Response[models.ChartList | models.ErrorResponse]:
    """List the charts of the API key's project. Return the response."""
    return client.send(build_request())


@deprecated("charts.list() without project_id= is deprecated", category=None)
def sync(*, client: Client) -> models.ChartList | models.ErrorResponse | None:
    """List the charts of the API key's project. Return the parsed reply."""
    return client.send(build_request()).parsed


@deprecated("charts.list() without project_id= is deprecated", category=None)
async def asyncio_detailed(*, client: Client) -> Response[models.ChartList | models.ErrorResponse]:
    """List the charts of the API key's project. Return the response."""
    return await client.send_async(build_request())


@deprecated("charts.list() without project_id= is deprecated", category=None)
async def asyncio(*, client: Client) -> models.ChartList | models.ErrorResponse | None:
    """List the charts of the API key's project. Return the parsed reply."""
    return (await client.send_async(build_request())).parsed
