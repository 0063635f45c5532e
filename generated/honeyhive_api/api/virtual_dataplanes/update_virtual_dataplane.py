# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/virtual_dataplanes/{virtual_dataplane_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.virtual_dataplanes import UpdateVirtualDataplaneRequest
    from ...models.error_response import ErrorResponse
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply
    from ...types import Response

OPERATION = Operation(
    id="updateVirtualDataplane",
    namespace="virtual_dataplanes",
    name="update",
    method="PUT",
    path="/v1/virtual_dataplanes/{virtual_dataplane_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("virtual_dataplane_id", "virtual_dataplane_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    virtual_dataplane_id: str, *, body: UpdateVirtualDataplaneRequest
) -> Request[VirtualDataplaneReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"virtual_dataplane_id": virtual_dataplane_id}, {}, body, read_reply)


def read_reply(data: Any) -> VirtualDataplaneReply:
    """Return the reply. The virtual data plane."""
    from ...model import read_model
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

    return read_model(VirtualDataplaneReply, data)


def sync_detailed(
    virtual_dataplane_id: str, *, client: Client, body: UpdateVirtualDataplaneRequest
) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Rename a virtual data plane. Return the response."""
    return client.send(build_request(virtual_dataplane_id, body=body))


def sync(
    virtual_dataplane_id: str, *, client: Client, body: UpdateVirtualDataplaneRequest
) -> VirtualDataplaneReply | ErrorResponse | None:
    """Rename a virtual data plane. Return the parsed reply."""
    return sync_detailed(virtual_dataplane_id, client=client, body=body).parsed


async def asyncio_detailed(
    virtual_dataplane_id: str, *, client: Client, body: UpdateVirtualDataplaneRequest
) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Rename a virtual data plane. Return the response."""
    return await client.send_async(build_request(virtual_dataplane_id, body=body))


async def asyncio(
    virtual_dataplane_id: str, *, client: Client, body: UpdateVirtualDataplaneRequest
) -> VirtualDataplaneReply | ErrorResponse | None:
    """Rename a virtual data plane. Return the parsed reply."""
    return (await asyncio_detailed(virtual_dataplane_id, client=client, body=body)).parsed
