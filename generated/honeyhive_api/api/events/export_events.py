# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events/export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Paging, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.events import ExportEventsRequest
    from ...models.error_response import ErrorResponse
    from ...models.event_list import EventList
    from ...types import Response

OPERATION = Operation(
    id="exportEvents",
    namespace="events",
    name="export",
    method="POST",
    path="/v1/events/export",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/events/search",),
    fields=(
        Field("filters", "filters", "body", ("array",), shape="Filter"),
        Field("dateRange", "date_range", "body", ("object",), shape="ExportDateRange"),
        Field("projections", "projections", "body", ("array",)),
        Field("limit", "limit", "body", ("integer",)),
        Field("page", "page", "body", ("integer",)),
        Field("ignore_order", "ignore_order", "body", ("boolean",)),
        Field("evaluation_id", "evaluation_id", "body", ("string",)),
    ),
    body="flat",
    repeatable=True,
    paging=Paging(page="page", limit="limit", size=1000, items="events", total="count"),
    error="ErrorResponse",
)


def build_request(*, body: ExportEventsRequest) -> Request[EventList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> EventList:
    """Return the reply. One page of events."""
    from ...model import read_model
    from ...models.event_list import EventList

    return read_model(EventList, data)


def sync_detailed(*, client: Client, body: ExportEventsRequest) -> Response[EventList | ErrorResponse]:
    """Export events that match the filters. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: ExportEventsRequest) -> EventList | ErrorResponse | None:
    """Export events that match the filters. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: ExportEventsRequest) -> Response[EventList | ErrorResponse]:
    """Export events that match the filters. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: ExportEventsRequest) -> EventList | ErrorResponse | None:
    """Export events that match the filters. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
