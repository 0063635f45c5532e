# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/events/{event_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getEvent",
    namespace="events",
    name="get",
    method="GET",
    path="/v1/events/{event_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/events/{event_id}",),
    fields=(Field("event_id", "event_id", "path", ("string",), required=True, kind="uuid"),),
    repeatable=True,
    identifies="event.event_id",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(event_id: str | UUID) -> Request[models.GetEventResponse, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"event_id": event_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.GetEventResponse:
    """Return the reply: The event."""
    return read_model(models.GetEventResponse, data, OPERATION)


@deprecated("events.get() without project_id= is deprecated", category=None)
def sync_detailed(event_id: str | UUID, *, client: Client) -> Response[models.GetEventResponse | models.ErrorResponse]:
    """Return one event. Return the response."""
    return client.send(build_request(event_id))


@deprecated("events.get() without project_id= is deprecated", category=None)
def sync(event_id: str | UUID, *, client: Client) -> models.GetEventResponse | models.ErrorResponse | None:
    """Return one event. Return the parsed reply."""
    return client.send(build_request(event_id)).parsed


@deprecated("events.get() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    event_id: str | UUID, *, client: Client
) -> Response[models.GetEventResponse | models.ErrorResponse]:
    """Return one event. Return the response."""
    return await client.send_async(build_request(event_id))


@deprecated("events.get() without project_id= is deprecated", category=None)
async def asyncio(event_id: str | UUID, *, client: Client) -> models.GetEventResponse | models.ErrorResponse | None:
    """Return one event. Return the parsed reply."""
    return (await client.send_async(build_request(event_id))).parsed
