# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.deleted import Deleted
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="deleteMetricLegacy",
    namespace="metrics",
    name="delete_legacy",
    method="DELETE",
    path="/v1/metrics",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/metrics/{metric_id}",),
    fields=(Field("metric_id", "metric_id", "query", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, metric_id: str) -> Request[Deleted, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {"metric_id": metric_id}, UNSET, read_reply)


def read_reply(data: Any) -> Deleted:
    """Return the reply. It is deleted."""
    from ...model import read_model
    from ...models.deleted import Deleted

    return read_model(Deleted, data)


def sync_detailed(*, client: Client, metric_id: str) -> Response[Deleted | ErrorResponse]:
    """Delete a metric whose id is in the query. Return the response."""
    return client.send(build_request(metric_id=metric_id))


def sync(*, client: Client, metric_id: str) -> Deleted | ErrorResponse | None:
    """Delete a metric whose id is in the query. Return the parsed reply."""
    return sync_detailed(client=client, metric_id=metric_id).parsed


async def asyncio_detailed(*, client: Client, metric_id: str) -> Response[Deleted | ErrorResponse]:
    """Delete a metric whose id is in the query. Return the response."""
    return await client.send_async(build_request(metric_id=metric_id))


async def asyncio(*, client: Client, metric_id: str) -> Deleted | ErrorResponse | None:
    """Delete a metric whose id is in the query. Return the parsed reply."""
    return (await asyncio_detailed(client=client, metric_id=metric_id)).parsed
