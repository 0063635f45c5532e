# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createSession",
    namespace="sessions",
    name="create",
    method="POST",
    path="/v1/sessions",
    host="v1",
    security=("ingestionKey", "projectKey"),
    fields=(
        Field("session_id", "session_id", "body", ("string",), kind="uuid"),
        Field("session_name", "session_name", "body", ("string",)),
        Field("event_name", "event_name", "body", ("string",)),
        Field("source", "source", "body", ("string",)),
        Field("start_time", "start_time", "body", ("number",), kind="unix-ms"),
        Field("end_time", "end_time", "body", ("number",), kind="unix-ms"),
        Field("duration", "duration", "body", ("number",)),
        Field("config", "config", "body", ("object",)),
        Field("inputs", "inputs", "body", ("object",)),
        Field("outputs", "outputs", "body", ("object",)),
        Field("metadata", "metadata", "body", ("object",)),
        Field("user_properties", "user_properties", "body", ("object",)),
        Field("children_ids", "children_ids", "body", ("array",)),
    ),
    body="flat",
    client_ids=("session_id",),
    repeatable=True,
    identifies="session_id",
    error="ErrorResponse",
)


def build_request(*, body: inputs.CreateSessionRequest) -> Request[models.Session, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.Session:
    """Return the reply: The stored session."""
    return read_model(models.Session, data, OPERATION)


def sync_detailed(
    *, client: Client, body: inputs.CreateSessionRequest
) -> Response[models.Session | models.ErrorResponse]:
    """Start a session, or merge into an existing one. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: inputs.CreateSessionRequest) -> models.Session | models.ErrorResponse | None:
    """Start a session, or merge into an existing one. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


async def asyncio_detailed(
    *, client: Client, body: inputs.CreateSessionRequest
) -> Response[models.Session | models.ErrorResponse]:
    """Start a session, or merge into an existing one. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: inputs.CreateSessionRequest) -> models.Session | models.ErrorResponse | None:
    """Start a session, or merge into an existing one. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
