# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/events/{event_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getProjectEvent",
    namespace="events",
    name="get",
    method="GET",
    path="/v1/projects/{project_id}/events/{event_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("event_id", "event_id", "path", ("string",), required=True, kind="uuid"),
    ),
    repeatable=True,
    identifies="event.event_id",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(project_id: str, event_id: str | UUID) -> Request[models.GetEventResponse, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "event_id": event_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.GetEventResponse:
    """Return the reply: The event."""
    return read_model(models.GetEventResponse, data, OPERATION)


def sync_detailed(
    project_id: str, event_id: str | UUID, *, client: Client
) -> Response[models.GetEventResponse | models.ErrorResponse]:
    """Return one event. Return the response."""
    return client.send(build_request(project_id, event_id))


def sync(
    project_id: str, event_id: str | UUID, *, client: Client
) -> models.GetEventResponse | models.ErrorResponse | None:
    """Return one event. Return the parsed reply."""
    return client.send(build_request(project_id, event_id)).parsed


async def asyncio_detailed(
    project_id: str, event_id: str | UUID, *, client: Client
) -> Response[models.GetEventResponse | models.ErrorResponse]:
    """Return one event. Return the response."""
    return await client.send_async(build_request(project_id, event_id))


async def asyncio(
    project_id: str, event_id: str | UUID, *, client: Client
) -> models.GetEventResponse | models.ErrorResponse | None:
    """Return one event. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, event_id))).parsed
