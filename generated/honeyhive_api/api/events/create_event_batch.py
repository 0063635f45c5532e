# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events/batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createEventBatch",
    namespace="events",
    name="create_batch",
    method="POST",
    path="/v1/events/batch",
    host="v1",
    security=("ingestionKey", "projectKey"),
    fields=(
        Field("events", "events", "body", ("array",), required=True, shape="CreateEventRequest"),
        Field("single_session", "single_session", "body", ("boolean",)),
        Field("session_properties", "session_properties", "body", ("object",), shape="SessionProperties"),
    ),
    body="flat",
    client_ids=("events[].event_id", "events[].session_id"),
    shared_ids=("single_session",),
    repeatable=True,
    identifies="event_ids",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    *, body: inputs.CreateEventBatchRequest
) -> Request[models.EventBatchAcknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.EventBatchAcknowledgement:
    """Return the reply: The ids of the stored events."""
    return read_model(models.EventBatchAcknowledgement, data, OPERATION)


def sync_detailed(
    *, client: Client, body: inputs.CreateEventBatchRequest
) -> Response[models.EventBatchAcknowledgement | models.ErrorResponse]:
    """Log several events, of one or more sessions. Return the response."""
    return client.send(build_request(body=body))


def sync(
    *, client: Client, body: inputs.CreateEventBatchRequest
) -> models.EventBatchAcknowledgement | models.ErrorResponse | None:
    """Log several events, of one or more sessions. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


async def asyncio_detailed(
    *, client: Client, body: inputs.CreateEventBatchRequest
) -> Response[models.EventBatchAcknowledgement | models.ErrorResponse]:
    """Log several events, of one or more sessions. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: inputs.CreateEventBatchRequest
) -> models.EventBatchAcknowledgement | models.ErrorResponse | None:
    """Log several events, of one or more sessions. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
