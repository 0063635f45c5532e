# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/sessions/deletion_requests/{deletion_request_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getSessionDeletionRequest",
    namespace="sessions",
    name="get_deletion_request",
    method="GET",
    path="/v1/projects/{project_id}/sessions/deletion_requests/{deletion_request_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("deletion_request_id", "deletion_request_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    project_id: str, deletion_request_id: str
) -> Request[models.SessionDeletionReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION, {"project_id": project_id, "deletion_request_id": deletion_request_id}, {}, UNSET, read_reply
    )


def read_reply(data: Any) -> models.SessionDeletionReply:
    """Return the reply: The deletion request."""
    return read_model(models.SessionDeletionReply, data, OPERATION)


def sync_detailed(
    project_id: str, deletion_request_id: str, *, client: Client
) -> Response[models.SessionDeletionReply | models.ErrorResponse]:
    """Return the progress of a deletion request. Return the response."""
    return client.send(build_request(project_id, deletion_request_id))


def sync(
    project_id: str, deletion_request_id: str, *, client: Client
) -> models.SessionDeletionReply | models.ErrorResponse | None:
    """Return the progress of a deletion request. Return the parsed reply."""
    return client.send(build_request(project_id, deletion_request_id)).parsed


async def asyncio_detailed(
    project_id: str, deletion_request_id: str, *, client: Client
) -> Response[models.SessionDeletionReply | models.ErrorResponse]:
    """Return the progress of a deletion request. Return the response."""
    return await client.send_async(build_request(project_id, deletion_request_id))


async def asyncio(
    project_id: str, deletion_request_id: str, *, client: Client
) -> models.SessionDeletionReply | models.ErrorResponse | None:
    """Return the progress of a deletion request. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, deletion_request_id))).parsed
