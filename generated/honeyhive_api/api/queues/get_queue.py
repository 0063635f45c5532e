# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/queues/{queue_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.queue import Queue
    from ...types import Response

OPERATION = Operation(
    id="getQueue",
    namespace="queues",
    name="get",
    method="GET",
    path="/v1/queues/{queue_id}",
    host="v1",
    security=("projectKey",),
    fields=(Field("queue_id", "queue_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(queue_id: str) -> Request[Queue, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"queue_id": queue_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> Queue:
    """Return the reply. The queue."""
    from ...model import read_model
    from ...models.queue import Queue

    return read_model(Queue, data)


def sync_detailed(queue_id: str, *, client: Client) -> Response[Queue | ErrorResponse]:
    """Read one annotation queue. Return the response."""
    return client.send(build_request(queue_id))


def sync(queue_id: str, *, client: Client) -> Queue | ErrorResponse | None:
    """Read one annotation queue. Return the parsed reply."""
    return sync_detailed(queue_id, client=client).parsed


async def asyncio_detailed(queue_id: str, *, client: Client) -> Response[Queue | ErrorResponse]:
    """Read one annotation queue. Return the response."""
    return await client.send_async(build_request(queue_id))


async def asyncio(queue_id: str, *, client: Client) -> Queue | ErrorResponse | None:
    """Read one annotation queue. Return the parsed reply."""
    return (await asyncio_detailed(queue_id, client=client)).parsed
