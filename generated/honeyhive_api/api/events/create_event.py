# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.sessions import CreateEventRequest
    from ...models.error_response import ErrorResponse
    from ...models.event import Event
    from ...models.event_acknowledgement import EventAcknowledgement
    from ...models.found_event import FoundEvent
    from ...types import Response

OPERATION = Operation(
    id="createEvent",
    namespace="events",
    name="create",
    method="POST",
    path="/v1/events",
    host="v1",
    security=("ingestionKey", "projectKey"),
    fields=(
        Field("project_id", "project_id", "body", ("string",)),
        Field("source", "source", "body", ("string",)),
        Field("event_name", "event_name", "body", ("string",)),
        Field("parent_id", "parent_id", "body", ("string",)),
        Field("children_ids", "children_ids", "body", ("array",)),
        Field("config", "config", "body", ("object",)),
        Field("inputs", "inputs", "body", ("object",), required=True),
        Field("outputs", "outputs", "body", ("object",)),
        Field("error", "error", "body", ("string",), nullable=True),
        Field("start_time", "start_time", "body", ("number",), kind="unix-ms"),
        Field("end_time", "end_time", "body", ("number",), kind="unix-ms"),
        Field("duration", "duration", "body", ("number",)),
        Field("metadata", "metadata", "body", ("object",)),
        Field("feedback", "feedback", "body", ("object",)),
        Field("metrics", "metrics", "body", ("object",)),
        Field("user_properties", "user_properties", "body", ("object",)),
        Field(
            "event_type",
            "event_type",
            "body",
            ("string",),
            required=True,
            choices=("model", "tool", "chain", "session"),
        ),
        Field("event_id", "event_id", "body", ("string",), kind="uuid"),
        Field("session_id", "session_id", "body", ("string",), kind="uuid"),
    ),
    body="flat",
    client_ids=("event_id", "session_id"),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, body: CreateEventRequest | Event | FoundEvent) -> Request[EventAcknowledgement, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> EventAcknowledgement:
    """Return the reply. The event is stored."""
    from ...model import read_model
    from ...models.event_acknowledgement import EventAcknowledgement

    return read_model(EventAcknowledgement, data)


def sync_detailed(
    *, client: Client, body: CreateEventRequest | Event | FoundEvent
) -> Response[EventAcknowledgement | ErrorResponse]:
    """Log one event. Return the response."""
    return client.send(build_request(body=body))


def sync(
    *, client: Client, body: CreateEventRequest | Event | FoundEvent
) -> EventAcknowledgement | ErrorResponse | None:
    """Log one event. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: Client, body: CreateEventRequest | Event | FoundEvent
) -> Response[EventAcknowledgement | ErrorResponse]:
    """Log one event. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: CreateEventRequest | Event | FoundEvent
) -> EventAcknowledgement | ErrorResponse | None:
    """Log one event. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
