# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/virtual_dataplanes/{virtual_dataplane_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    identifies="data.id",
    error="ErrorResponse",
)


def build_request(virtual_dataplane_id: str) -> Request[models.VirtualDataplaneReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"virtual_dataplane_id": virtual_dataplane_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.VirtualDataplaneReply:
    """Return the reply: The virtual data plane."""
    return read_model(models.VirtualDataplaneReply, data, OPERATION)


def sync_detailed(
    virtual_dataplane_id: str, *, client: Client
) -> Response[models.VirtualDataplaneReply | models.ErrorResponse]:
    """Return one virtual data plane. Return the response."""
    return client.send(build_request(virtual_dataplane_id))


def sync(virtual_dataplane_id: str, *, client: Client) -> models.VirtualDataplaneReply | models.ErrorResponse | None:
    """Return one virtual data plane. Return the parsed reply."""
    return client.send(build_request(virtual_dataplane_id)).parsed


async def asyncio_detailed(
    virtual_dataplane_id: str, *, client: Client
) -> Response[models.VirtualDataplaneReply | models.ErrorResponse]:
    """Return one virtual data plane. Return the response."""
    return await client.send_async(build_request(virtual_dataplane_id))


async def asyncio(
    virtual_dataplane_id: str, *, client: Client
) -> models.VirtualDataplaneReply | models.ErrorResponse | None:
    """Return one virtual data plane. Return the parsed reply."""
    return (await client.send_async(build_request(virtual_dataplane_id))).parsed
