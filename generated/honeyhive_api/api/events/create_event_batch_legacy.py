# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events/batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.events import CreateEventBatchLegacyRequest
    from ...models.error_response import ErrorResponse
    from ...models.event_batch_acknowledgement import EventBatchAcknowledgement
    from ...types import Response

OPERATION = Operation(
    id="createEventBatchLegacy",
    namespace="events",
    name="create_batch_legacy",
    method="POST",
    path="/events/batch",
    host="v1",
    security=("ingestionKey", "projectKey"),
    deprecated=True,
    replaced_by=("POST /v1/events/batch",),
    fields=(
        Field("single_session", "single_session", "body", ("boolean",)),
        Field("session_properties", "session_properties", "body", ("object",), shape="SessionProperties"),
        Field(
            "is_single_session",
            "is_single_session",
            "body",
            ("boolean",),
            deprecated=True,
            replaced_by=("single_session",),
        ),
        Field(
            "session",
            "session",
            "body",
            ("object",),
            shape="SessionProperties",
            deprecated=True,
            replaced_by=("session_properties",),
        ),
        Field("events", "events", "body", ("array",), required=True, shape="TraceEvent"),
    ),
    body="flat",
    client_ids=("events[].event_id", "events[].session_id"),
    shared_ids=("single_session", "is_single_session"),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, body: CreateEventBatchLegacyRequest) -> Request[EventBatchAcknowledgement, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> EventBatchAcknowledgement:
    """Return the reply. All events are stored."""
    from ...model import read_model
    from ...models.event_batch_acknowledgement import EventBatchAcknowledgement

    return read_model(EventBatchAcknowledgement, data)


def sync_detailed(
    *, client: Client, body: CreateEventBatchLegacyRequest
) -> Response[EventBatchAcknowledgement | ErrorResponse]:
    """Log several events through the unversioned route. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: CreateEventBatchLegacyRequest) -> EventBatchAcknowledgement | ErrorResponse | None:
    """Log several events through the unversioned route. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: Client, body: CreateEventBatchLegacyRequest
) -> Response[EventBatchAcknowledgement | ErrorResponse]:
    """Log several events through the unversioned route. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: CreateEventBatchLegacyRequest
) -> EventBatchAcknowledgement | ErrorResponse | None:
    """Log several events through the unversioned route. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
