# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.metric_list import MetricList
    from ...types import Response

OPERATION = Operation(
    id="listMetrics",
    namespace="metrics",
    name="list",
    method="GET",
    path="/v1/metrics",
    host="v1",
    security=("projectKey",),
    fields=(Field("type", "type", "query", ("string",)), Field("id", "id", "query", ("string",))),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, type: str | Unset = UNSET, id: str | Unset = UNSET) -> Request[MetricList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {"type": type, "id": id}, UNSET, read_reply)


def read_reply(data: Any) -> MetricList:
    """Return the reply. The metrics found."""
    from ...model import read_model
    from ...models.metric_list import MetricList

    return read_model(MetricList, data)


def sync_detailed(
    *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Response[MetricList | ErrorResponse]:
    """List the metrics of the project. Return the response."""
    return client.send(build_request(type=type, id=id))


def sync(*, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET) -> MetricList | ErrorResponse | None:
    """List the metrics of the project. Return the parsed reply."""
    return sync_detailed(client=client, type=type, id=id).parsed


async def asyncio_detailed(
    *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> Response[MetricList | ErrorResponse]:
    """List the metrics of the project. Return the response."""
    return await client.send_async(build_request(type=type, id=id))


async def asyncio(
    *, client: Client, type: str | Unset = UNSET, id: str | Unset = UNSET
) -> MetricList | ErrorResponse | None:
    """List the metrics of the project. Return the parsed reply."""
    return (await asyncio_detailed(client=client, type=type, id=id)).parsed
