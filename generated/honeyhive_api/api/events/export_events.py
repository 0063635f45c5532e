# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events/export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Paging, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

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


def build_request(*, body: inputs.ExportEventsRequest) -> Request[models.EventList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.EventList:
    """Return the reply: One page of events."""
    return read_model(models.EventList, data, OPERATION)


@deprecated("events.export() is deprecated: use events.search()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.ExportEventsRequest
) -> Response[models.EventList | models.ErrorResponse]:
    """Export events that match the filters. Return the response."""
    return client.send(build_request(body=body))


@deprecated("events.export() is deprecated: use events.search()", category=None)
def sync(*, client: Client, body: inputs.ExportEventsRequest) -> models.EventList | models.ErrorResponse | None:
    """Export events that match the filters. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("events.export() is deprecated: use events.search()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.ExportEventsRequest
) -> Response[models.EventList | models.ErrorResponse]:
    """Export events that match the filters. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("events.export() is deprecated: use events.search()", category=None)
async def asyncio(
    *, client: Client, body: inputs.ExportEventsRequest
) -> models.EventList | models.ErrorResponse | None:
    """Export events that match the filters. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
