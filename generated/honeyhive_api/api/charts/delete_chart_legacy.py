# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/charts/{chart_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.chart_deleted import ChartDeleted
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="deleteChartLegacy",
    namespace="charts",
    name="delete_legacy",
    method="DELETE",
    path="/v1/charts/{chart_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/projects/{project_id}/charts/{chart_id}",),
    fields=(Field("chart_id", "chart_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(chart_id: str) -> Request[ChartDeleted, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"chart_id": chart_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> ChartDeleted:
    """Return the reply. The chart is deleted."""
    from ...model import read_model
    from ...models.chart_deleted import ChartDeleted

    return read_model(ChartDeleted, data)


def sync_detailed(chart_id: str, *, client: Client) -> Response[ChartDeleted | ErrorResponse]:
    """Delete a chart of the project of the key. Return the response."""
    return client.send(build_request(chart_id))


def sync(chart_id: str, *, client: Client) -> ChartDeleted | ErrorResponse | None:
    """Delete a chart of the project of the key. Return the parsed reply."""
    return sync_detailed(chart_id, client=client).parsed


async def asyncio_detailed(chart_id: str, *, client: Client) -> Response[ChartDeleted | ErrorResponse]:
    """Delete a chart of the project of the key. Return the response."""
    return await client.send_async(build_request(chart_id))


async def asyncio(chart_id: str, *, client: Client) -> ChartDeleted | ErrorResponse | None:
    """Delete a chart of the project of the key. Return the parsed reply."""
    return (await asyncio_detailed(chart_id, client=client)).parsed
