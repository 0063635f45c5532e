# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events/search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Paging, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.events import SearchEventsRequest
    from ...models.error_response import ErrorResponse
    from ...models.event_list import EventList
    from ...types import Response

OPERATION = Operation(
    id="searchEvents",
    namespace="events",
    name="search",
    method="POST",
    path="/v1/events/search",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("filters", "filters", "body", ("array",), shape="EventFilter"),
        Field("dateRange", "date_range", "body", ("object",), shape="SearchDateRange"),
        Field("limit", "limit", "body", ("integer",)),
        Field("page", "page", "body", ("integer",)),
        Field("ignore_order", "ignore_order", "body", ("boolean",), deprecated=True),
        Field("evaluation_id", "evaluation_id", "body", ("string",)),
    ),
    body="flat",
    repeatable=True,
    paging=Paging(page="page", limit="limit", size=1000, items="events", total="count"),
    error="ErrorResponse",
)


def build_request(*, body: SearchEventsRequest) -> Request[EventList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> EventList:
    """Return the reply. One page of events."""
    from ...model import read_model
    from ...models.event_list import EventList

    return read_model(EventList, data)


def sync_detailed(*, client: Client, body: SearchEventsRequest) -> Response[EventList | ErrorResponse]:
    """Find events, newest first, a page at a time. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: SearchEventsRequest) -> EventList | ErrorResponse | None:
    """Find events, newest first, a page at a time. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: SearchEventsRequest) -> Response[EventList | ErrorResponse]:
    """Find events, newest first, a page at a time. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: SearchEventsRequest) -> EventList | ErrorResponse | None:
    """Find events, newest first, a page at a time. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
