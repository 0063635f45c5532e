# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/orgs/{org_id}/virtual_dataplanes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createVirtualDataplane",
    namespace="virtual_dataplanes",
    name="create",
    method="POST",
    path="/v1/orgs/{org_id}/virtual_dataplanes",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("org_id", "org_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",), required=True),
        Field("slug", "slug", "body", ("string",)),
        Field("cluster_id", "cluster_id", "body", ("string",)),
        Field("dataplane_creator", "dataplane_creator", "body", ("string",)),
    ),
    body="flat",
    identifies="data.id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    org_id: str, *, body: inputs.CreateVirtualDataplaneRequest
) -> Request[models.VirtualDataplaneReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"org_id": org_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.VirtualDataplaneReply:
    """Return the reply: The virtual data plane."""
    return read_model(models.VirtualDataplaneReply, data, OPERATION)


def sync_detailed(
    org_id: str, *, client: Client, body: inputs.CreateVirtualDataplaneRequest
) -> Response[models.VirtualDataplaneReply | models.ErrorResponse]:
    """Create a virtual data plane in an organization. Return the response."""
    return client.send(build_request(org_id, body=body))


def sync(
    org_id: str, *, client: Client, body: inputs.CreateVirtualDataplaneRequest
) -> models.VirtualDataplaneReply | models.ErrorResponse | None:
    """Create a virtual data plane in an organization. Return the parsed reply."""
    return client.send(build_request(org_id, body=body)).parsed


async def asyncio_detailed(
    org_id: str, *, client: Client, body: inputs.CreateVirtualDataplaneRequest
) -> Response[models.VirtualDataplaneReply | models.ErrorResponse]:
    """Create a virtual data plane in an organization. Return the response."""
    return await client.send_async(build_request(org_id, body=body))


async def asyncio(
    org_id: str, *, client: Client, body: inputs.CreateVirtualDataplaneRequest
) -> models.VirtualDataplaneReply | models.ErrorResponse | None:
    """Create a virtual data plane in an organization. Return the parsed reply."""
    return (await client.send_async(build_request(org_id, body=body))).parsed
