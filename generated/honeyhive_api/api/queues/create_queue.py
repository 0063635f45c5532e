# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/queues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    identifies="queue.id",
    error="ErrorResponse",
)


def build_request(*, body: inputs.CreateQueueRequest) -> Request[models.QueueChanged, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.QueueChanged:
    """Return the reply: The created queue."""
    return read_model(models.QueueChanged, data, OPERATION)


def sync_detailed(
    *, client: Client, body: inputs.CreateQueueRequest
) -> Response[models.QueueChanged | models.ErrorResponse]:
    """Create an annotation queue. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: inputs.CreateQueueRequest) -> models.QueueChanged | models.ErrorResponse | None:
    """Create an annotation queue. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


async def asyncio_detailed(
    *, client: Client, body: inputs.CreateQueueRequest
) -> Response[models.QueueChanged | models.ErrorResponse]:
    """Create an annotation queue. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: inputs.CreateQueueRequest
) -> models.QueueChanged | models.ErrorResponse | None:
    """Create an annotation queue. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
