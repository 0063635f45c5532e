# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/events/search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Paging, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    scoped_by="project_id",
)


def build_request(*, body: inputs.SearchEventsRequest) -> Request[models.EventList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.EventList:
    """Return the reply: One page of events."""
    return read_model(models.EventList, data, OPERATION)


def sync_detailed(
    *, client: Client, body: inputs.SearchEventsRequest
) -> Response[models.EventList | models.ErrorResponse]:
    """Search events, newest first, one page per call. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: inputs.SearchEventsRequest) -> models.EventList | models.ErrorResponse | None:
    """Search events, newest first, one page per call. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


async def asyncio_detailed(
    *, client: Client, body: inputs.SearchEventsRequest
) -> Response[models.EventList | models.ErrorResponse]:
    """Search events, newest first, one page per call. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: inputs.SearchEventsRequest
) -> models.EventList | models.ErrorResponse | None:
    """Search events, newest first, one page per call. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
