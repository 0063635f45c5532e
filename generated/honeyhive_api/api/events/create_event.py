# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    identifies="event_id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    *, body: inputs.CreateEventRequest | models.Event | models.FoundEvent
) -> Request[models.EventAcknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.EventAcknowledgement:
    """Return the reply: The id of the stored event."""
    return read_model(models.EventAcknowledgement, data, OPERATION)


def sync_detailed(
    *, client: Client, body: inputs.CreateEventRequest | models.Event | models.FoundEvent
) -> Response[models.EventAcknowledgement | models.ErrorResponse]:
    """Log one event. Return the response."""
    return client.send(build_request(body=body))


def sync(
    *, client: Client, body: inputs.CreateEventRequest | models.Event | models.FoundEvent
) -> models.EventAcknowledgement | models.ErrorResponse | None:
    """Log one event. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


async def asyncio_detailed(
    *, client: Client, body: inputs.CreateEventRequest | models.Event | models.FoundEvent
) -> Response[models.EventAcknowledgement | models.ErrorResponse]:
    """Log one event. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: inputs.CreateEventRequest | models.Event | models.FoundEvent
) -> models.EventAcknowledgement | models.ErrorResponse | None:
    """Log one event. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
