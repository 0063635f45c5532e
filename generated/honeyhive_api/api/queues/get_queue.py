# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/queues/{queue_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    identifies="id",
    error="ErrorResponse",
)


def build_request(queue_id: str) -> Request[models.Queue, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"queue_id": queue_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.Queue:
    """Return the reply: The queue."""
    return read_model(models.Queue, data, OPERATION)


def sync_detailed(queue_id: str, *, client: Client) -> Response[models.Queue | models.ErrorResponse]:
    """Return one annotation queue. Return the response."""
    return client.send(build_request(queue_id))


def sync(queue_id: str, *, client: Client) -> models.Queue | models.ErrorResponse | None:
    """Return one annotation queue. Return the parsed reply."""
    return client.send(build_request(queue_id)).parsed


async def asyncio_detailed(queue_id: str, *, client: Client) -> Response[models.Queue | models.ErrorResponse]:
    """Return one annotation queue. Return the response."""
    return await client.send_async(build_request(queue_id))


async def asyncio(queue_id: str, *, client: Client) -> models.Queue | models.ErrorResponse | None:
    """Return one annotation queue. Return the parsed reply."""
    return (await client.send_async(build_request(queue_id))).parsed
