# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/queues/{queue_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.queues import UpdateQueueRequest
    from ...models.error_response import ErrorResponse
    from ...models.queue_changed import QueueChanged
    from ...types import Response

OPERATION = Operation(
    id="updateQueue",
    namespace="queues",
    name="update",
    method="PUT",
    path="/v1/queues/{queue_id}",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("queue_id", "queue_id", "path", ("string",), required=True),
        Field("id", "queue_id", "body", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("filters", "filters", "body", ("object",), shape="FilterSet"),
        Field("enabled", "enabled", "body", ("boolean",)),
        Field("add_event_ids", "add_event_ids", "body", ("array",)),
        Field("remove_event_ids", "remove_event_ids", "body", ("array",)),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(queue_id: str, *, body: UpdateQueueRequest) -> Request[QueueChanged, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"queue_id": queue_id}, {}, body, read_reply)


def read_reply(data: Any) -> QueueChanged:
    """Return the reply. The queue is changed."""
    from ...model import read_model
    from ...models.queue_changed import QueueChanged

    return read_model(QueueChanged, data)


def sync_detailed(queue_id: str, *, client: Client, body: UpdateQueueRequest) -> Response[QueueChanged | ErrorResponse]:
    """Change an annotation queue. Return the response."""
    return client.send(build_request(queue_id, body=body))


def sync(queue_id: str, *, client: Client, body: UpdateQueueRequest) -> QueueChanged | ErrorResponse | None:
    """Change an annotation queue. Return the parsed reply."""
    return sync_detailed(queue_id, client=client, body=body).parsed


async def asyncio_detailed(
    queue_id: str, *, client: Client, body: UpdateQueueRequest
) -> Response[QueueChanged | ErrorResponse]:
    """Change an annotation queue. Return the response."""
    return await client.send_async(build_request(queue_id, body=body))


async def asyncio(queue_id: str, *, client: Client, body: UpdateQueueRequest) -> QueueChanged | ErrorResponse | None:
    """Change an annotation queue. Return the parsed reply."""
    return (await asyncio_detailed(queue_id, client=client, body=body)).parsed
