# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/events/{event_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ... import inputs, models
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateEvent",
    namespace="events",
    name="update",
    method="PUT",
    path="/v1/events/{event_id}",
    host="v1",
    security=("ingestionKey", "projectKey"),
    fields=(
        Field("event_id", "event_id", "path", ("string",), required=True, kind="uuid"),
        Field("metadata", "metadata", "body", ("object",)),
        Field("feedback", "feedback", "body", ("object",)),
        Field("metrics", "metrics", "body", ("object",)),
        Field("outputs", "outputs", "body", ("object",), nullable=True),
        Field("config", "config", "body", ("object",)),
        Field("user_properties", "user_properties", "body", ("object",)),
        Field("duration", "duration", "body", ("number",)),
        Field("end_time", "end_time", "body", ("number",), kind="unix-ms"),
        Field("children_ids", "children_ids", "body", ("array",)),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(event_id: str | UUID, *, body: inputs.UpdateEventRequest) -> Request[None, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"event_id": event_id}, {}, body, read_reply)


def read_reply(data: Any) -> None:
    """Return None, because the reply has no body."""


def sync_detailed(
    event_id: str | UUID, *, client: Client, body: inputs.UpdateEventRequest
) -> Response[None | models.ErrorResponse]:
    """Update a stored event. Return the response."""
    return client.send(build_request(event_id, body=body))


def sync(event_id: str | UUID, *, client: Client, body: inputs.UpdateEventRequest) -> None | models.ErrorResponse:
    """Update a stored event. Return the parsed reply."""
    return client.send(build_request(event_id, body=body)).parsed


async def asyncio_detailed(
    event_id: str | UUID, *, client: Client, body: inputs.UpdateEventRequest
) -> Response[None | models.ErrorResponse]:
    """Update a stored event. Return the response."""
    return await client.send_async(build_request(event_id, body=body))


async def asyncio(
    event_id: str | UUID, *, client: Client, body: inputs.UpdateEventRequest
) -> None | models.ErrorResponse:
    """Update a stored event. Return the parsed reply."""
    return (await client.send_async(build_request(event_id, body=body))).parsed
