# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /session/start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.sessions import StartSessionRequest
    from ...models.error_response import ErrorResponse
    from ...models.session import Session
    from ...types import Response

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
    error="ErrorResponse",
)


def build_request(*, body: StartSessionRequest) -> Request[Session, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> Session:
    """Return the reply. The session as it is stored."""
    from ...model import read_model
    from ...models.session import Session

    return read_model(Session, data)


def sync_detailed(*, client: Client, body: StartSessionRequest) -> Response[Session | ErrorResponse]:
    """Start a session given under the key `session`. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: StartSessionRequest) -> Session | ErrorResponse | None:
    """Start a session given under the key `session`. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: StartSessionRequest) -> Response[Session | ErrorResponse]:
    """Start a session given under the key `session`. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: StartSessionRequest) -> Session | ErrorResponse | None:
    """Start a session given under the key `session`. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
