# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.events import CreateEventLegacyRequest
    from ...models.error_response import ErrorResponse
    from ...models.event_acknowledgement import EventAcknowledgement
    from ...types import Response

OPERATION = Operation(
    id="createEventLegacy",
    namespace="events",
    name="create_legacy",
    method="POST",
    path="/events",
    host="v1",
    security=("ingestionKey", "projectKey"),
    deprecated=True,
    replaced_by=("POST /v1/events",),
    fields=(Field("event", "event", "body", ("object",), required=True, shape="LegacyEvent"),),
    body="flat",
    client_ids=("event.event_id", "event.session_id"),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, body: CreateEventLegacyRequest) -> Request[EventAcknowledgement, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> EventAcknowledgement:
    """Return the reply. The event is stored."""
    from ...model import read_model
    from ...models.event_acknowledgement import EventAcknowledgement

    return read_model(EventAcknowledgement, data)


def sync_detailed(*, client: Client, body: CreateEventLegacyRequest) -> Response[EventAcknowledgement | ErrorResponse]:
    """Log one event given under the key `event`. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: CreateEventLegacyRequest) -> EventAcknowledgement | ErrorResponse | None:
    """Log one event given under the key `event`. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: Client, body: CreateEventLegacyRequest
) -> Response[EventAcknowledgement | ErrorResponse]:
    """Log one event given under the key `event`. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: CreateEventLegacyRequest) -> EventAcknowledgement | ErrorResponse | None:
    """Log one event given under the key `event`. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
