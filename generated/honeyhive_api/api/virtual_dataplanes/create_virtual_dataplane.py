# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/orgs/{org_id}/virtual_dataplanes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.virtual_dataplanes import CreateVirtualDataplaneRequest
    from ...models.error_response import ErrorResponse
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply
    from ...types import Response

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
    error="ErrorResponse",
)


def build_request(org_id: str, *, body: CreateVirtualDataplaneRequest) -> Request[VirtualDataplaneReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"org_id": org_id}, {}, body, read_reply)


def read_reply(data: Any) -> VirtualDataplaneReply:
    """Return the reply. The virtual data plane."""
    from ...model import read_model
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

    return read_model(VirtualDataplaneReply, data)


def sync_detailed(
    org_id: str, *, client: Client, body: CreateVirtualDataplaneRequest
) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Create a virtual data plane in an organization. Return the response."""
    return client.send(build_request(org_id, body=body))


def sync(
    org_id: str, *, client: Client, body: CreateVirtualDataplaneRequest
) -> VirtualDataplaneReply | ErrorResponse | None:
    """Create a virtual data plane in an organization. Return the parsed reply."""
    return sync_detailed(org_id, client=client, body=body).parsed


async def asyncio_detailed(
    org_id: str, *, client: Client, body: CreateVirtualDataplaneRequest
) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Create a virtual data plane in an organization. Return the response."""
    return await client.send_async(build_request(org_id, body=body))


async def asyncio(
    org_id: str, *, client: Client, body: CreateVirtualDataplaneRequest
) -> VirtualDataplaneReply | ErrorResponse | None:
    """Create a virtual data plane in an organization. Return the parsed reply."""
    return (await asyncio_detailed(org_id, client=client, body=body)).parsed
