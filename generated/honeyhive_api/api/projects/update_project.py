# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/projects/{project_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateProject",
    namespace="projects",
    name="update",
    method="PUT",
    path="/v1/projects/{project_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
    ),
    body="flat",
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    project_id: str, *, body: inputs.UpdateProjectRequest
) -> Request[models.ProjectReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.ProjectReply:
    """Return the reply: The project."""
    return read_model(models.ProjectReply, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.UpdateProjectRequest
) -> Response[models.ProjectReply | models.ErrorResponse]:
    """Update a project. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.UpdateProjectRequest
) -> models.ProjectReply | models.ErrorResponse | None:
    """Update a project. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.UpdateProjectRequest
) -> Response[models.ProjectReply | models.ErrorResponse]:
    """Update a project. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.UpdateProjectRequest
) -> models.ProjectReply | models.ErrorResponse | None:
    """Update a project. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
