# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/sessions/{session_id}/events/batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createSessionEventBatch",
    namespace="sessions",
    name="create_event_batch",
    method="POST",
    path="/v1/sessions/{session_id}/events/batch",
    host="v1",
    security=("ingestionKey", "projectKey"),
    fields=(
        Field("session_id", "session_id", "path", ("string",), required=True, kind="uuid"),
        Field("events", "events", "body", ("array",), required=True, shape="CreateEventRequest"),
    ),
    body="flat",
    client_ids=("events[].event_id",),
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    session_id: str | UUID, *, body: inputs.CreateSessionEventBatchRequest
) -> Request[models.Acknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"session_id": session_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.Acknowledgement:
    """Return the reply: The ids of the stored events."""
    return read_model(models.Acknowledgement, data, OPERATION)


def sync_detailed(
    session_id: str | UUID, *, client: Client, body: inputs.CreateSessionEventBatchRequest
) -> Response[models.Acknowledgement | models.ErrorResponse]:
    """Add several events to one session. Return the response."""
    return client.send(build_request(session_id, body=body))


def sync(
    session_id: str | UUID, *, client: Client, body: inputs.CreateSessionEventBatchRequest
) -> models.Acknowledgement | models.ErrorResponse | None:
    """Add several events to one session. Return the parsed reply."""
    return client.send(build_request(session_id, body=body)).parsed


async def asyncio_detailed(
    session_id: str | UUID, *, client: Client, body: inputs.CreateSessionEventBatchRequest
) -> Response[models.Acknowledgement | models.ErrorResponse]:
    """Add several events to one session. Return the response."""
    return await client.send_async(build_request(session_id, body=body))


async def asyncio(
    session_id: str | UUID, *, client: Client, body: inputs.CreateSessionEventBatchRequest
) -> models.Acknowledgement | models.ErrorResponse | None:
    """Add several events to one session. Return the parsed reply."""
    return (await client.send_async(build_request(session_id, body=body))).parsed
