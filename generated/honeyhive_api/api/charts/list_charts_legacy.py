# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.chart_list import ChartList
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="listChartsLegacy",
    namespace="charts",
    name="list_legacy",
    method="GET",
    path="/v1/charts",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/charts",),
    repeatable=True,
    error="ErrorResponse",
)


def build_request() -> Request[ChartList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, UNSET, read_reply)


def read_reply(data: Any) -> ChartList:
    """Return the reply. The charts."""
    from ...model import read_model
    from ...models.chart_list import ChartList

    return read_model(ChartList, data)


def sync_detailed(*, client: Client) -> Response[ChartList | ErrorResponse]:
    """List the charts of the project of the key. Return the response."""
    return client.send(build_request())


def sync(*, client: Client) -> ChartList | ErrorResponse | None:
    """List the charts of the project of the key. Return the parsed reply."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: Client) -> Response[ChartList | ErrorResponse]:
    """List the charts of the project of the key. Return the response."""
    return await client.send_async(build_request())


async def asyncio(*, client: Client) -> ChartList | ErrorResponse | None:
    """List the charts of the project of the key. Return the parsed reply."""
    return (await asyncio_detailed(client=client)).parsed
