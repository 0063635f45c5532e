# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/workspaces/{workspace_id}/projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createProject",
    namespace="projects",
    name="create",
    method="POST",
    path="/v1/workspaces/{workspace_id}/projects",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("workspace_id", "workspace_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",), required=True),
        Field("description", "description", "body", ("string",)),
        Field("project_creator", "project_creator", "body", ("string",)),
    ),
    body="flat",
    identifies="data.id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    workspace_id: str, *, body: inputs.CreateProjectRequest
) -> Request[models.ProjectReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"workspace_id": workspace_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.ProjectReply:
    """Return the reply: The project."""
    return read_model(models.ProjectReply, data, OPERATION)


def sync_detailed(
    workspace_id: str, *, client: Client, body: inputs.CreateProjectRequest
) -> Response[models.ProjectReply | models.ErrorResponse]:
    """Create a project in a workspace. Return the response."""
    return client.send(build_request(workspace_id, body=body))


def sync(
    workspace_id: str, *, client: Client, body: inputs.CreateProjectRequest
) -> models.ProjectReply | models.ErrorResponse | None:
    """Create a project in a workspace. Return the parsed reply."""
    return client.send(build_request(workspace_id, body=body)).parsed


async def asyncio_detailed(
    workspace_id: str, *, client: Client, body: inputs.CreateProjectRequest
) -> Response[models.ProjectReply | models.ErrorResponse]:
    """Create a project in a workspace. Return the response."""
    return await client.send_async(build_request(workspace_id, body=body))


async def asyncio(
    workspace_id: str, *, client: Client, body: inputs.CreateProjectRequest
) -> models.ProjectReply | models.ErrorResponse | None:
    """Create a project in a workspace. Return the parsed reply."""
    return (await client.send_async(build_request(workspace_id, body=body))).parsed
