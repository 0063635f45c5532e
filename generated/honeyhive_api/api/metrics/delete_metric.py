# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/metrics/{metric_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.deleted import Deleted
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="deleteMetric",
    namespace="metrics",
    name="delete",
    method="DELETE",
    path="/v1/metrics/{metric_id}",
    host="v1",
    security=("projectKey",),
    fields=(Field("metric_id", "metric_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(metric_id: str) -> Request[Deleted, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"metric_id": metric_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> Deleted:
    """Return the reply. It is deleted."""
    from ...model import read_model
    from ...models.deleted import Deleted

    return read_model(Deleted, data)


def sync_detailed(metric_id: str, *, client: Client) -> Response[Deleted | ErrorResponse]:
    """Delete a metric. Return the response."""
    return client.send(build_request(metric_id))


def sync(metric_id: str, *, client: Client) -> Deleted | ErrorResponse | None:
    """Delete a metric. Return the parsed reply."""
    return sync_detailed(metric_id, client=client).parsed


async def asyncio_detailed(metric_id: str, *, client: Client) -> Response[Deleted | ErrorResponse]:
    """Delete a metric. Return the response."""
    return await client.send_async(build_request(metric_id))


async def asyncio(metric_id: str, *, client: Client) -> Deleted | ErrorResponse | None:
    """Delete a metric. Return the parsed reply."""
    return (await asyncio_detailed(metric_id, client=client)).parsed
