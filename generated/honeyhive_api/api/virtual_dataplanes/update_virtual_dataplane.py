# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/virtual_dataplanes/{virtual_dataplane_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    virtual_dataplane_id: str, *, body: inputs.UpdateVirtualDataplaneRequest
) -> Request[models.VirtualDataplaneReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"virtual_dataplane_id": virtual_dataplane_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.VirtualDataplaneReply:
    """Return the reply: The virtual data plane."""
    return read_model(models.VirtualDataplaneReply, data, OPERATION)


def sync_detailed(
    virtual_dataplane_id: str, *, client: Client, body: inputs.UpdateVirtualDataplaneRequest
) -> Response[models.VirtualDataplaneReply | models.ErrorResponse]:
    """Rename a virtual data plane. Return the response."""
    return client.send(build_request(virtual_dataplane_id, body=body))


def sync(
    virtual_dataplane_id: str, *, client: Client, body: inputs.UpdateVirtualDataplaneRequest
) -> models.VirtualDataplaneReply | models.ErrorResponse | None:
    """Rename a virtual data plane. Return the parsed reply."""
    return client.send(build_request(virtual_dataplane_id, body=body)).parsed


async def asyncio_detailed(
    virtual_dataplane_id: str, *, client: Client, body: inputs.UpdateVirtualDataplaneRequest
) -> Response[models.VirtualDataplaneReply | models.ErrorResponse]:
    """Rename a virtual data plane. Return the response."""
    return await client.send_async(build_request(virtual_dataplane_id, body=body))


async def asyncio(
    virtual_dataplane_id: str, *, client: Client, body: inputs.UpdateVirtualDataplaneRequest
) -> models.VirtualDataplaneReply | models.ErrorResponse | None:
    """Rename a virtual data plane. Return the parsed reply."""
    return (await client.send_async(build_request(virtual_dataplane_id, body=body))).parsed
