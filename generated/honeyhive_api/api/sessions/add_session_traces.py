# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/{session_id}/traces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="addSessionTraces",
    namespace="sessions",
    name="add_traces",
    method="POST",
    path="/session/{session_id}/traces",
    host="legacy",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/sessions/{session_id}/events/batch",),
    fields=(
        Field("session_id", "session_id", "path", ("string",), required=True),
        Field("events", "events", "body", ("array",), shape="TraceEvent"),
        Field("logs", "logs", "body", ("array",), shape="TraceEvent", deprecated=True, replaced_by=("events",)),
    ),
    body="flat",
    exactly_one=(("events", "logs"),),
    client_ids=("events[].event_id", "logs[].event_id"),
    repeatable=True,
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    session_id: str, *, body: inputs.AddSessionTracesRequest
) -> Request[models.Acknowledgement, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"session_id": session_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.Acknowledgement:
    """Return the reply: Confirmation that the events were added."""
    return read_model(models.Acknowledgement, data, OPERATION)


@deprecated("sessions.add_traces() is deprecated: use sessions.create_event_batch()", category=None)
def sync_detailed(
    session_id: str, *, client: Client, body: inputs.AddSessionTracesRequest
) -> Response[models.Acknowledgement | models.ErrorResponse]:
    """Add events to a session of the legacy API. Return the response."""
    return client.send(build_request(session_id, body=body))


@deprecated("sessions.add_traces() is deprecated: use sessions.create_event_batch()", category=None)
def sync(
    session_id: str, *, client: Client, body: inputs.AddSessionTracesRequest
) -> models.Acknowledgement | models.ErrorResponse | None:
    """Add events to a session of the legacy API. Return the parsed reply."""
    return client.send(build_request(session_id, body=body)).parsed


@deprecated("sessions.add_traces() is deprecated: use sessions.create_event_batch()", category=None)
async def asyncio_detailed(
    session_id: str, *, client: Client, body: inputs.AddSessionTracesRequest
) -> Response[models.Acknowledgement | models.ErrorResponse]:
    """Add events to a session of the legacy API. Return the response."""
    return await client.send_async(build_request(session_id, body=body))


@deprecated("sessions.add_traces() is deprecated: use sessions.create_event_batch()", category=None)
async def asyncio(
    session_id: str, *, client: Client, body: inputs.AddSessionTracesRequest
) -> models.Acknowledgement | models.ErrorResponse | None:
    """Add events to a session of the legacy API. Return the parsed reply."""
    return (await client.send_async(build_request(session_id, body=body))).parsed
