# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/queues/{queue_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteQueue",
    namespace="queues",
    name="delete",
    method="DELETE",
    path="/v1/queues/{queue_id}",
    host="v1",
    security=("projectKey",),
    fields=(Field("queue_id", "queue_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(queue_id: str) -> Request[models.QueueDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"queue_id": queue_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.QueueDeleted:
    """Return the reply: Confirmation of the deletion."""
    return read_model(models.QueueDeleted, data, OPERATION)


def sync_detailed(queue_id: str, *, client: Client) -> Response[models.QueueDeleted | models.ErrorResponse]:
    """Delete an annotation queue. Return the response."""
    return client.send(build_request(queue_id))


def sync(queue_id: str, *, client: Client) -> models.QueueDeleted | models.ErrorResponse | None:
    """Delete an annotation queue. Return the parsed reply."""
    return client.send(build_request(queue_id)).parsed


async def asyncio_detailed(queue_id: str, *, client: Client) -> Response[models.QueueDeleted | models.ErrorResponse]:
    """Delete an annotation queue. Return the response."""
    return await client.send_async(build_request(queue_id))


async def asyncio(queue_id: str, *, client: Client) -> models.QueueDeleted | models.ErrorResponse | None:
    """Delete an annotation queue. Return the parsed reply."""
    return (await client.send_async(build_request(queue_id))).parsed
