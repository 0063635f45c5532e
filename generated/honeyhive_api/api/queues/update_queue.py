# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/queues/{queue_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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


def build_request(
    queue_id: str, *, body: inputs.UpdateQueueRequest
) -> Request[models.QueueChanged, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"queue_id": queue_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.QueueChanged:
    """Return the reply: The updated queue."""
    return read_model(models.QueueChanged, data, OPERATION)


def sync_detailed(
    queue_id: str, *, client: Client, body: inputs.UpdateQueueRequest
) -> Response[models.QueueChanged | models.ErrorResponse]:
    """Update an annotation queue. Return the response."""
    return client.send(build_request(queue_id, body=body))


def sync(
    queue_id: str, *, client: Client, body: inputs.UpdateQueueRequest
) -> models.QueueChanged | models.ErrorResponse | None:
    """Update an annotation queue. Return the parsed reply."""
    return client.send(build_request(queue_id, body=body)).parsed


async def asyncio_detailed(
    queue_id: str, *, client: Client, body: inputs.UpdateQueueRequest
) -> Response[models.QueueChanged | models.ErrorResponse]:
    """Update an annotation queue. Return the response."""
    return await client.send_async(build_request(queue_id, body=body))


async def asyncio(
    queue_id: str, *, client: Client, body: inputs.UpdateQueueRequest
) -> models.QueueChanged | models.ErrorResponse | None:
    """Update an annotation queue. Return the parsed reply."""
    return (await client.send_async(build_request(queue_id, body=body))).parsed
