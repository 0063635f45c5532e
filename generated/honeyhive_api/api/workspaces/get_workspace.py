# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/workspaces/{workspace_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getWorkspace",
    namespace="workspaces",
    name="get",
    method="GET",
    path="/v1/workspaces/{workspace_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(Field("workspace_id", "workspace_id", "path", ("string",), required=True),),
    repeatable=True,
    identifies="data.id",
    error="ErrorResponse",
)


def build_request(workspace_id: str) -> Request[models.WorkspaceReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"workspace_id": workspace_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.WorkspaceReply:
    """Return the reply: The workspace."""
    return read_model(models.WorkspaceReply, data, OPERATION)


def sync_detailed(workspace_id: str, *, client: Client) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Return one workspace. Return the response."""
    return client.send(build_request(workspace_id))


def sync(workspace_id: str, *, client: Client) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Return one workspace. Return the parsed reply."""
    return client.send(build_request(workspace_id)).parsed


async def asyncio_detailed(
    workspace_id: str, *, client: Client
) -> Response[models.WorkspaceReply | models.ErrorResponse]:
    """Return one workspace. Return the response."""
    return await client.send_async(build_request(workspace_id))


async def asyncio(workspace_id: str, *, client: Client) -> models.WorkspaceReply | models.ErrorResponse | None:
    """Return one workspace. Return the parsed reply."""
    return (await client.send_async(build_request(workspace_id))).parsed
