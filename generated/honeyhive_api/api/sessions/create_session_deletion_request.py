# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/sessions/deletion_requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createSessionDeletionRequest",
    namespace="sessions",
    name="create_deletion_request",
    method="POST",
    path="/v1/projects/{project_id}/sessions/deletion_requests",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("session_ids", "session_ids", "body", ("array",), required=True, max_items=1000),
    ),
    body="flat",
    identifies="data.id",
    error="ErrorResponse",
)


def build_request(
    project_id: str, *, body: inputs.CreateSessionDeletionRequest
) -> Request[models.SessionDeletionReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.SessionDeletionReply:
    """Return the reply: The deletion request."""
    return read_model(models.SessionDeletionReply, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.CreateSessionDeletionRequest
) -> Response[models.SessionDeletionReply | models.ErrorResponse]:
    """Request the deletion of sessions. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.CreateSessionDeletionRequest
) -> models.SessionDeletionReply | models.ErrorResponse | None:
    """Request the deletion of sessions. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.CreateSessionDeletionRequest
) -> Response[models.SessionDeletionReply | models.ErrorResponse]:
    """Request the deletion of sessions. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.CreateSessionDeletionRequest
) -> models.SessionDeletionReply | models.ErrorResponse | None:
    """Request the deletion of sessions. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
