# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

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
    identifies="event_id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    *, body: inputs.CreateEventLegacyRequest
) -> Request[models.EventAcknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.EventAcknowledgement:
    """Return the reply: The id of the stored event."""
    return read_model(models.EventAcknowledgement, data, OPERATION)


@deprecated("events.create_legacy() is deprecated: use events.create()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateEventLegacyRequest
) -> Response[models.EventAcknowledgement | models.ErrorResponse]:
    """Log one event passed under the key `event`. Return the response."""
    return client.send(build_request(body=body))


@deprecated("events.create_legacy() is deprecated: use events.create()", category=None)
def sync(
    *, client: Client, body: inputs.CreateEventLegacyRequest
) -> models.EventAcknowledgement | models.ErrorResponse | None:
    """Log one event passed under the key `event`. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("events.create_legacy() is deprecated: use events.create()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateEventLegacyRequest
) -> Response[models.EventAcknowledgement | models.ErrorResponse]:
    """Log one event passed under the key `event`. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("events.create_legacy() is deprecated: use events.create()", category=None)
async def asyncio(
    *, client: Client, body: inputs.CreateEventLegacyRequest
) -> models.EventAcknowledgement | models.ErrorResponse | None:
    """Log one event passed under the key `event`. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
