# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateEventLegacy",
    namespace="events",
    name="update_legacy",
    method="PUT",
    path="/events",
    host="v1",
    security=("ingestionKey", "projectKey"),
    deprecated=True,
    replaced_by=("PUT /v1/events/{event_id}",),
    fields=(
        Field("metadata", "metadata", "body", ("object",)),
        Field("feedback", "feedback", "body", ("object",)),
        Field("metrics", "metrics", "body", ("object",)),
        Field("outputs", "outputs", "body", ("object",), nullable=True),
        Field("config", "config", "body", ("object",)),
        Field("user_properties", "user_properties", "body", ("object",)),
        Field("duration", "duration", "body", ("number",)),
        Field("end_time", "end_time", "body", ("number",), kind="unix-ms"),
        Field("children_ids", "children_ids", "body", ("array",)),
        Field("event_id", "event_id", "body", ("string",), required=True),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, body: inputs.UpdateEventLegacyRequest) -> Request[None, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> None:
    """Return None, because the reply has no body."""


@deprecated("events.update_legacy() is deprecated: use events.update()", category=None)
def sync_detailed(*, client: Client, body: inputs.UpdateEventLegacyRequest) -> Response[None | models.ErrorResponse]:
    """Update an event whose id is in the body. Return the response."""
    return client.send(build_request(body=body))


@deprecated("events.update_legacy() is deprecated: use events.update()", category=None)
def sync(*, client: Client, body: inputs.UpdateEventLegacyRequest) -> None | models.ErrorResponse:
    """Update an event whose id is in the body. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("events.update_legacy() is deprecated: use events.update()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.UpdateEventLegacyRequest
) -> Response[None | models.ErrorResponse]:
    """Update an event whose id is in the body. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("events.update_legacy() is deprecated: use events.update()", category=None)
async def asyncio(*, client: Client, body: inputs.UpdateEventLegacyRequest) -> None | models.ErrorResponse:
    """Update an event whose id is in the body. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
