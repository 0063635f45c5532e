# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createWorkspace",
    namespace="workspaces",
    name="create",
    method="POST",
    path="/v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("virtual_dataplane_id", "virtual_dataplane_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",), required=True),
        Field("slug", "slug", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("workspace_creator", "workspace_creator", "body", ("string",)),
    ),
    body="flat",
    identifies="data.id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    virtual_dataplane_id: str, *, body: inputs.CreateWorkspaceRequest
) -> Request[models.WorkspaceReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"virtual_dataplane_id": virtual_dataplane_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.WorkspaceReply:
    """Return the reply: The workspace."""
    return read_model(models.WorkspaceReply, data, OPERATION)


def sync_detailed(
    virtual_dataplane_id: str, *, client: Client, body: inputs.CreateWorkspaceRequest
) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Create a workspace on a virtual data plane. Return the response."""
    return client.send(build_request(virtual_dataplane_id, body=body))


def sync(
    virtual_dataplane_id: str, *, client: Client, body: inputs.CreateWorkspaceRequest
) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Create a workspace on a virtual data plane. Return the parsed reply."""
    return client.send(build_request(virtual_dataplane_id, body=body)).parsed


async def asyncio_detailed(
    virtual_dataplane_id: str, *, client: Client, body: inputs.CreateWorkspaceRequest
) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Create a workspace on a virtual data plane. Return the response."""
    return await client.send_async(build_request(virtual_dataplane_id, body=body))


async def asyncio(
    virtual_dataplane_id: str, *, client: Client, body: inputs.CreateWorkspaceRequest
) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Create a workspace on a virtual data plane. Return the parsed reply."""
    return (await client.send_async(build_request(virtual_dataplane_id, body=body))).parsed
