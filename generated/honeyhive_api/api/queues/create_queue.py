# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/queues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.queues import CreateQueueRequest
    from ...models.error_response import ErrorResponse
    from ...models.queue_changed import QueueChanged
    from ...types import Response

OPERATION = Operation(
    id="createQueue",
    namespace="queues",
    name="create",
    method="POST",
    path="/v1/queues",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("name", "name", "body", ("string",), required=True),
        Field("description", "description", "body", ("string",)),
        Field("filters", "filters", "body", ("object",), shape="FilterSet"),
        Field("enabled", "enabled", "body", ("boolean",)),
        Field("event_ids", "event_ids", "body", ("array",)),
    ),
    body="flat",
    error="ErrorResponse",
)


def build_request(*, body: CreateQueueRequest) -> Request[QueueChanged, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> QueueChanged:
    """Return the reply. The queue is created."""
    from ...model import read_model
    from ...models.queue_changed import QueueChanged

    return read_model(QueueChanged, data)


def sync_detailed(*, client: Client, body: CreateQueueRequest) -> Response[QueueChanged | ErrorResponse]:
    """Create an annotation queue. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: CreateQueueRequest) -> QueueChanged | ErrorResponse | None:
    """Create an annotation queue. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: CreateQueueRequest) -> Response[QueueChanged | ErrorResponse]:
    """Create an annotation queue. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: CreateQueueRequest) -> QueueChanged | ErrorResponse | None:
    """Create an annotation queue. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
