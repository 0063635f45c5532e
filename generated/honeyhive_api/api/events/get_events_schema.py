# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/events/schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.events_schema import EventsSchema
    from ...types import Response

OPERATION = Operation(
    id="getEventsSchema",
    namespace="events",
    name="get_schema",
    method="GET",
    path="/v1/events/schema",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/runs/{run_id}/schema", "GET /v1/runs/schema"),
    fields=(
        Field("dateRange", "date_range", "query", ("object",), kind="json"),
        Field("evaluation_id", "evaluation_id", "query", ("string",)),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    *, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> Request[EventsSchema, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {"dateRange": date_range, "evaluation_id": evaluation_id}, UNSET, read_reply)


def read_reply(data: Any) -> EventsSchema:
    """Return the reply. The fields."""
    from ...model import read_model
    from ...models.events_schema import EventsSchema

    return read_model(EventsSchema, data)


def sync_detailed(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> Response[EventsSchema | ErrorResponse]:
    """List the fields that occur in the stored events. Return the response."""
    return client.send(build_request(date_range=date_range, evaluation_id=evaluation_id))


def sync(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> EventsSchema | ErrorResponse | None:
    """List the fields that occur in the stored events. Return the parsed reply."""
    return sync_detailed(client=client, date_range=date_range, evaluation_id=evaluation_id).parsed


async def asyncio_detailed(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> Response[EventsSchema | ErrorResponse]:
    """List the fields that occur in the stored events. Return the response."""
    return await client.send_async(build_request(date_range=date_range, evaluation_id=evaluation_id))


async def asyncio(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> EventsSchema | ErrorResponse | None:
    """List the fields that occur in the stored events. Return the parsed reply."""
    return (await asyncio_detailed(client=client, date_range=date_range, evaluation_id=evaluation_id)).parsed
