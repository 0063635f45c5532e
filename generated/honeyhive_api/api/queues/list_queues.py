# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/queues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.queue_list import QueueList
    from ...types import Response

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


def build_request(*, enabled: bool | Unset = UNSET) -> Request[QueueList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {"enabled": enabled}, UNSET, read_reply)


def read_reply(data: Any) -> QueueList:
    """Return the reply. The queues found."""
    from ...model import read_model
    from ...models.queue_list import QueueList

    return read_model(QueueList, data)


def sync_detailed(*, client: Client, enabled: bool | Unset = UNSET) -> Response[QueueList | ErrorResponse]:
    """List the annotation queues of the project. Return the response."""
    return client.send(build_request(enabled=enabled))


def sync(*, client: Client, enabled: bool | Unset = UNSET) -> QueueList | ErrorResponse | None:
    """List the annotation queues of the project. Return the parsed reply."""
    return sync_detailed(client=client, enabled=enabled).parsed


async def asyncio_detailed(*, client: Client, enabled: bool | Unset = UNSET) -> Response[QueueList | ErrorResponse]:
    """List the annotation queues of the project. Return the response."""
    return await client.send_async(build_request(enabled=enabled))


async def asyncio(*, client: Client, enabled: bool | Unset = UNSET) -> QueueList | ErrorResponse | None:
    """List the annotation queues of the project. Return the parsed reply."""
    return (await asyncio_detailed(client=client, enabled=enabled)).parsed
