# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="startSession",
    namespace="sessions",
    name="start",
    method="POST",
    path="/session/start",
    host="v1",
    security=("ingestionKey", "projectKey"),
    deprecated=True,
    replaced_by=("POST /v1/sessions",),
    fields=(Field("session", "session", "body", ("object",), required=True, shape="CreateSessionRequest"),),
    body="flat",
    client_ids=("session.session_id",),
    repeatable=True,
    identifies="session_id",
    error="ErrorResponse",
)


def build_request(*, body: inputs.StartSessionRequest) -> Request[models.Session, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.Session:
    """Return the reply: The stored session."""
    return read_model(models.Session, data, OPERATION)


@deprecated("sessions.start() is deprecated: use sessions.create()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.StartSessionRequest
) -> Response[models.Session | models.ErrorResponse]:
    """Start a session passed under the key `session`. Return the response."""
    return client.send(build_request(body=body))


@deprecated("sessions.start() is deprecated: use sessions.create()", category=None)
def sync(*, client: Client, body: inputs.StartSessionRequest) -> models.Session | models.ErrorResponse | None:
    """Start a session passed under the key `session`. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("sessions.start() is deprecated: use sessions.create()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.StartSessionRequest
) -> Response[models.Session | models.ErrorResponse]:
    """Start a session passed under the key `session`. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("sessions.start() is deprecated: use sessions.create()", category=None)
async def asyncio(*, client: Client, body: inputs.StartSessionRequest) -> models.Session | models.ErrorResponse | None:
    """Start a session passed under the key `session`. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
