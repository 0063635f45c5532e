# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/projects/{project_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.projects import UpdateProjectRequest
    from ...models.error_response import ErrorResponse
    from ...models.project_reply import ProjectReply
    from ...types import Response

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
    error="ErrorResponse",
)


def build_request(project_id: str, *, body: UpdateProjectRequest) -> Request[ProjectReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> ProjectReply:
    """Return the reply. The project."""
    from ...model import read_model
    from ...models.project_reply import ProjectReply

    return read_model(ProjectReply, data)


def sync_detailed(
    project_id: str, *, client: Client, body: UpdateProjectRequest
) -> Response[ProjectReply | ErrorResponse]:
    """Change a project. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(project_id: str, *, client: Client, body: UpdateProjectRequest) -> ProjectReply | ErrorResponse | None:
    """Change a project. Return the parsed reply."""
    return sync_detailed(project_id, client=client, body=body).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: UpdateProjectRequest
) -> Response[ProjectReply | ErrorResponse]:
    """Change a project. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: UpdateProjectRequest
) -> ProjectReply | ErrorResponse | None:
    """Change a project. Return the parsed reply."""
    return (await asyncio_detailed(project_id, client=client, body=body)).parsed
