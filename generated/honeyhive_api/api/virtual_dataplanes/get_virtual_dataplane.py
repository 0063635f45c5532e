# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/virtual_dataplanes/{virtual_dataplane_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply
    from ...types import Response

OPERATION = Operation(
    id="getVirtualDataplane",
    namespace="virtual_dataplanes",
    name="get",
    method="GET",
    path="/v1/virtual_dataplanes/{virtual_dataplane_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(Field("virtual_dataplane_id", "virtual_dataplane_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(virtual_dataplane_id: str) -> Request[VirtualDataplaneReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"virtual_dataplane_id": virtual_dataplane_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> VirtualDataplaneReply:
    """Return the reply. The virtual data plane."""
    from ...model import read_model
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

    return read_model(VirtualDataplaneReply, data)


def sync_detailed(virtual_dataplane_id: str, *, client: Client) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Read one virtual data plane. Return the response."""
    return client.send(build_request(virtual_dataplane_id))


def sync(virtual_dataplane_id: str, *, client: Client) -> VirtualDataplaneReply | ErrorResponse | None:
    """Read one virtual data plane. Return the parsed reply."""
    return sync_detailed(virtual_dataplane_id, client=client).parsed


async def asyncio_detailed(
    virtual_dataplane_id: str, *, client: Client
) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Read one virtual data plane. Return the response."""
    return await client.send_async(build_request(virtual_dataplane_id))


async def asyncio(virtual_dataplane_id: str, *, client: Client) -> VirtualDataplaneReply | ErrorResponse | None:
    """Read one virtual data plane. Return the parsed reply."""
    return (await asyncio_detailed(virtual_dataplane_id, client=client)).parsed
