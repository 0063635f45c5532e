# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/{session_id}/event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    identifies="event_id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    session_id: str, *, body: inputs.SessionEventInput | models.SessionEvent
) -> Request[models.SessionEventAcknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"session_id": session_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.SessionEventAcknowledgement:
    """Return the reply: The id of the recorded event."""
    return read_model(models.SessionEventAcknowledgement, data, OPERATION)


def sync_detailed(
    session_id: str, *, client: Client, body: inputs.SessionEventInput | models.SessionEvent
) -> Response[models.SessionEventAcknowledgement | models.ErrorResponse]:
    """Log one event to a session of the legacy API. Return the response."""
    return client.send(build_request(session_id, body=body))


def sync(
    session_id: str, *, client: Client, body: inputs.SessionEventInput | models.SessionEvent
) -> models.SessionEventAcknowledgement | models.ErrorResponse | None:
    """Log one event to a session of the legacy API. Return the parsed reply."""
    return client.send(build_request(session_id, body=body)).parsed


async def asyncio_detailed(
    session_id: str, *, client: Client, body: inputs.SessionEventInput | models.SessionEvent
) -> Response[models.SessionEventAcknowledgement | models.ErrorResponse]:
    """Log one event to a session of the legacy API. Return the response."""
    return await client.send_async(build_request(session_id, body=body))


async def asyncio(
    session_id: str, *, client: Client, body: inputs.SessionEventInput | models.SessionEvent
) -> models.SessionEventAcknowledgement | models.ErrorResponse | None:
    """Log one event to a session of the legacy API. Return the parsed reply."""
    return (await client.send_async(build_request(session_id, body=body))).parsed
