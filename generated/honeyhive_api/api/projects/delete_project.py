# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/projects/{project_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteProject",
    namespace="projects",
    name="delete",
    method="DELETE",
    path="/v1/projects/{project_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(Field("project_id", "project_id", "path", ("string",), required=True),),
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(project_id: str) -> Request[models.ProjectReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.ProjectReply:
    """Return the reply: The project."""
    return read_model(models.ProjectReply, data, OPERATION)


def sync_detailed(project_id: str, *, client: Client) -> Response[models.ProjectReply | models.ErrorResponse]:
    """Archive a project. Return the response."""
    return client.send(build_request(project_id))


def sync(project_id: str, *, client: Client) -> models.ProjectReply | models.ErrorResponse | None:
    """Archive a project. Return the parsed reply."""
    return client.send(build_request(project_id)).parsed


async def asyncio_detailed(project_id: str, *, client: Client) -> Response[models.ProjectReply | models.ErrorResponse]:
    """Archive a project. Return the response."""
    return await client.send_async(build_request(project_id))


async def asyncio(project_id: str, *, client: Client) -> models.ProjectReply | models.ErrorResponse | None:
    """Archive a project. Return the parsed reply."""
    return (await client.send_async(build_request(project_id))).parsed
