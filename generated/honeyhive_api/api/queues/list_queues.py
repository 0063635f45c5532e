# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/queues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listQueues",
    namespace="queues",
    name="list",
    method="GET",
    path="/v1/queues",
    host="v1",
    security=("projectKey",),
    fields=(Field("enabled", "enabled", "query", ("boolean",)),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, enabled: bool | Unset = UNSET) -> Request[models.QueueList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"enabled": enabled}, UNSET, read_reply)


def read_reply(data: Any) -> models.QueueList:
    """Return the reply: The matching queues."""
    return read_model(models.QueueList, data, OPERATION)


def sync_detailed(
    *, client: Client, enabled: bool | Unset = UNSET
) -> Response[models.QueueList | models.ErrorResponse]:
    """List the annotation queues of the project. Return the response."""
    return client.send(build_request(enabled=enabled))


def sync(*, client: Client, enabled: bool | Unset = UNSET) -> models.QueueList | models.ErrorResponse | None:
    """List the annotation queues of the project. Return the parsed reply."""
    return client.send(build_request(enabled=enabled)).parsed


async def asyncio_detailed(
    *, client: Client, enabled: bool | Unset = UNSET
) -> Response[models.QueueList | models.ErrorResponse]:
    """List the annotation queues of the project. Return the response."""
    return await client.send_async(build_request(enabled=enabled))


async def asyncio(*, client: Client, enabled: bool | Unset = UNSET) -> models.QueueList | models.ErrorResponse | None:
    """List the annotation queues of the project. Return the parsed reply."""
    return (await client.send_async(build_request(enabled=enabled))).parsed
