# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply
    from ...types import Response

OPERATION = Operation(
    id="deleteVirtualDataplane",
    namespace="virtual_dataplanes",
    name="delete",
    method="DELETE",
    path="/v1/virtual_dataplanes/{virtual_dataplane_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("virtual_dataplane_id", "virtual_dataplane_id", "path", ("string",), required=True),
        Field("dangerously_delete_child_scopes", "dangerously_delete_child_scopes", "query", ("boolean",)),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    virtual_dataplane_id: str, *, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> Request[VirtualDataplaneReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(
        OPERATION,
        {"virtual_dataplane_id": virtual_dataplane_id},
        {"dangerously_delete_child_scopes": dangerously_delete_child_scopes},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> VirtualDataplaneReply:
    """Return the reply. The virtual data plane."""
    from ...model import read_model
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

    return read_model(VirtualDataplaneReply, data)


def sync_detailed(
    virtual_dataplane_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Archive a virtual data plane. Return the response."""
    return client.send(
        build_request(virtual_dataplane_id, dangerously_delete_child_scopes=dangerously_delete_child_scopes)
    )


def sync(
    virtual_dataplane_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> VirtualDataplaneReply | ErrorResponse | None:
    """Archive a virtual data plane. Return the parsed reply."""
    return sync_detailed(
        virtual_dataplane_id, client=client, dangerously_delete_child_scopes=dangerously_delete_child_scopes
    ).parsed


async def asyncio_detailed(
    virtual_dataplane_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> Response[VirtualDataplaneReply | ErrorResponse]:
    """Archive a virtual data plane. Return the response."""
    return await client.send_async(
        build_request(virtual_dataplane_id, dangerously_delete_child_scopes=dangerously_delete_child_scopes)
    )


async def asyncio(
    virtual_dataplane_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> VirtualDataplaneReply | ErrorResponse | None:
    """Archive a virtual data plane. Return the parsed reply."""
    return (
        await asyncio_detailed(
            virtual_dataplane_id, client=client, dangerously_delete_child_scopes=dangerously_delete_child_scopes
        )
    ).parsed
