# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/workspaces/{workspace_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteWorkspace",
    namespace="workspaces",
    name="delete",
    method="DELETE",
    path="/v1/workspaces/{workspace_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("workspace_id", "workspace_id", "path", ("string",), required=True),
        Field("dangerously_delete_child_scopes", "dangerously_delete_child_scopes", "query", ("boolean",)),
    ),
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    workspace_id: str, *, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> Request[models.WorkspaceReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"workspace_id": workspace_id},
        {"dangerously_delete_child_scopes": dangerously_delete_child_scopes},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.WorkspaceReply:
    """Return the reply: The workspace."""
    return read_model(models.WorkspaceReply, data, OPERATION)


def sync_detailed(
    workspace_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Archive a workspace. Return the response."""
    return client.send(build_request(workspace_id, dangerously_delete_child_scopes=dangerously_delete_child_scopes))


def sync(
    workspace_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Archive a workspace. Return the parsed reply."""
    return client.send(
        build_request(workspace_id, dangerously_delete_child_scopes=dangerously_delete_child_scopes)
    ).parsed


async def asyncio_detailed(
    workspace_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Archive a workspace. Return the response."""
    return await client.send_async(
        build_request(workspace_id, dangerously_delete_child_scopes=dangerously_delete_child_scopes)
    )


async def asyncio(
    workspace_id: str, *, client: Client, dangerously_delete_child_scopes: bool | Unset = UNSET
) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Archive a workspace. Return the parsed reply."""
    return (
        await client.send_async(
            build_request(workspace_id, dangerously_delete_child_scopes=dangerously_delete_child_scopes)
        )
    ).parsed
