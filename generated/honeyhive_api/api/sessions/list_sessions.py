# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_models
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listSessions",
    namespace="sessions",
    name="list",
    method="GET",
    path="/session",
    host="legacy",
    security=("projectKey",),
    fields=(
        Field("project", "project", "query", ("string",)),
        Field("query", "query", "query", ("object",), kind="json"),
        Field("limit", "limit", "query", ("integer",)),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    *, project: str | Unset = UNSET, query: Mapping[str, Any] | Unset = UNSET, limit: int | Unset = UNSET
) -> Request[list[models.SessionEvent], models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"project": project, "query": query, "limit": limit}, UNSET, read_reply)


def read_reply(data: Any) -> list[models.SessionEvent]:
    """Return the reply: The matching sessions."""
    return read_models(models.SessionEvent, data)


def sync_detailed(
    *,
    client: Client,
    project: str | Unset = UNSET,
    query: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[list[models.SessionEvent] | models.ErrorResponse]:
    """List sessions, each with its tree of events. Return the response."""
    return client.send(build_request(project=project, query=query, limit=limit))


def sync(
    *,
    client: Client,
    project: str | Unset = UNSET,
    query: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> list[models.SessionEvent] | models.ErrorResponse | None:
    """List sessions, each with its tree of events. Return the parsed reply."""
    return client.send(build_request(project=project, query=query, limit=limit)).parsed


async def asyncio_detailed(
    *,
    client: Client,
    project: str | Unset = UNSET,
    query: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[list[models.SessionEvent] | models.ErrorResponse]:
    """List sessions, each with its tree of events. Return the response."""
    return await client.send_async(build_request(project=project, query=query, limit=limit))


async def asyncio(
    *,
    client: Client,
    project: str | Unset = UNSET,
    query: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> list[models.SessionEvent] | models.ErrorResponse | None:
    """List sessions, each with its tree of events. Return the parsed reply."""
    return (await client.send_async(build_request(project=project, query=query, limit=limit))).parsed
