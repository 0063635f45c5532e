# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.events import UpdateEventLegacyRequest
    from ...models.error_response import ErrorResponse
    from ...types import Response

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


def build_request(*, body: UpdateEventLegacyRequest) -> Request[None, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> None:
    """Return None: a success has no body."""


def sync_detailed(*, client: Client, body: UpdateEventLegacyRequest) -> Response[None | ErrorResponse]:
    """Change an event whose id is in the body. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: UpdateEventLegacyRequest) -> None | ErrorResponse:
    """Change an event whose id is in the body. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: UpdateEventLegacyRequest) -> Response[None | ErrorResponse]:
    """Change an event whose id is in the body. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: UpdateEventLegacyRequest) -> None | ErrorResponse:
    """Change an event whose id is in the body. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
