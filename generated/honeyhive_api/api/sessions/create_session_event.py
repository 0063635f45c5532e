# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/{session_id}/event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.sessions import SessionEventInput
    from ...models.error_response import ErrorResponse
    from ...models.session_event import SessionEvent
    from ...models.session_event_acknowledgement import SessionEventAcknowledgement
    from ...types import Response

OPERATION = Operation(
    id="createSessionEvent",
    namespace="sessions",
    name="create_event",
    method="POST",
    path="/session/{session_id}/event",
    host="legacy",
    security=("projectKey",),
    fields=(
        Field("session_id", "session_id", "path", ("string",), required=True),
        Field("children", "children", "body", ("array",)),
        Field("config", "config", "body", ("object",)),
        Field("duration", "duration", "body", ("number",)),
        Field("end_time", "end_time", "body", ("number",), kind="unix-ms"),
        Field("error", "error", "body", ("string",), nullable=True),
        Field("event_id", "event_id", "body", ("string",)),
        Field("event_name", "event_name", "body", ("string",)),
        Field("event_type", "event_type", "body", ("string",)),
        Field("feedback", "feedback", "body", ("object",)),
        Field("inputs", "inputs", "body", ("object",)),
        Field("metadata", "metadata", "body", ("object",)),
        Field("metrics", "metrics", "body", ("object",)),
        Field("outputs", "outputs", "body", ("object",)),
        Field("project", "project", "body", ("string",)),
        Field("session_id", "session_id", "body", ("string",), nullable=True),
        Field("source", "source", "body", ("string",)),
        Field("start_time", "start_time", "body", ("number",), kind="unix-ms"),
        Field("user_properties", "user_properties", "body", ("object",)),
    ),
    body="flat",
    client_ids=("event_id",),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    session_id: str, *, body: SessionEventInput | SessionEvent
) -> Request[SessionEventAcknowledgement, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"session_id": session_id}, {}, body, read_reply)


def read_reply(data: Any) -> SessionEventAcknowledgement:
    """Return the reply. The event is recorded."""
    from ...model import read_model
    from ...models.session_event_acknowledgement import SessionEventAcknowledgement

    return read_model(SessionEventAcknowledgement, data)


def sync_detailed(
    session_id: str, *, client: Client, body: SessionEventInput | SessionEvent
) -> Response[SessionEventAcknowledgement | ErrorResponse]:
    """Log one event into a session of the legacy API. Return the response."""
    return client.send(build_request(session_id, body=body))


def sync(
    session_id: str, *, client: Client, body: SessionEventInput | SessionEvent
) -> SessionEventAcknowledgement | ErrorResponse | None:
    """Log one event into a session of the legacy API. Return the parsed reply."""
    return sync_detailed(session_id, client=client, body=body).parsed


async def asyncio_detailed(
    session_id: str, *, client: Client, body: SessionEventInput | SessionEvent
) -> Response[SessionEventAcknowledgement | ErrorResponse]:
    """Log one event into a session of the legacy API. Return the response."""
    return await client.send_async(build_request(session_id, body=body))


async def asyncio(
    session_id: str, *, client: Client, body: SessionEventInput | SessionEvent
) -> SessionEventAcknowledgement | ErrorResponse | None:
    """Log one event into a session of the legacy API. Return the parsed reply."""
    return (await asyncio_detailed(session_id, client=client, body=body)).parsed
