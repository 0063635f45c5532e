# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/workspaces/{workspace_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateWorkspace",
    namespace="workspaces",
    name="update",
    method="PUT",
    path="/v1/workspaces/{workspace_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("workspace_id", "workspace_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
    ),
    body="flat",
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    workspace_id: str, *, body: inputs.UpdateWorkspaceRequest
) -> Request[models.WorkspaceReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"workspace_id": workspace_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.WorkspaceReply:
    """Return the reply: The workspace."""
    return read_model(models.WorkspaceReply, data, OPERATION)


def sync_detailed(
    workspace_id: str, *, client: Client, body: inputs.UpdateWorkspaceRequest
) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Update a workspace. Return the response."""
    return client.send(build_request(workspace_id, body=body))


def sync(
    workspace_id: str, *, client: Client, body: inputs.UpdateWorkspaceRequest
) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Update a workspace. Return the parsed reply."""
    return client.send(build_request(workspace_id, body=body)).parsed


async def asyncio_detailed(
    workspace_id: str, *, client: Client, body: inputs.UpdateWorkspaceRequest
) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Update a workspace. Return the response."""
    return await client.send_async(build_request(workspace_id, body=body))


async def asyncio(
    workspace_id: str, *, client: Client, body: inputs.UpdateWorkspaceRequest
) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Update a workspace. Return the parsed reply."""
    return (await client.send_async(build_request(workspace_id, body=body))).parsed
