# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.experiments import DateRange
    from ...models.error_response import ErrorResponse
    from ...models.events_schema import EventsSchema
    from ...types import Response

OPERATION = Operation(
    id="getRunsSchema",
    namespace="experiments",
    name="get_runs_schema",
    method="GET",
    path="/v1/runs/schema",
    host="v1",
    security=("projectKey",),
    fields=(Field("dateRange", "date_range", "query", ("object",), kind="json", shape="DateRange"),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, date_range: DateRange | Unset = UNSET) -> Request[EventsSchema, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {"dateRange": date_range}, UNSET, read_reply)


def read_reply(data: Any) -> EventsSchema:
    """Return the reply. The fields."""
    from ...model import read_model
    from ...models.events_schema import EventsSchema

    return read_model(EventsSchema, data)


def sync_detailed(*, client: Client, date_range: DateRange | Unset = UNSET) -> Response[EventsSchema | ErrorResponse]:
    """List the fields that occur in the events of all runs. Return the response."""
    return client.send(build_request(date_range=date_range))


def sync(*, client: Client, date_range: DateRange | Unset = UNSET) -> EventsSchema | ErrorResponse | None:
    """List the fields that occur in the events of all runs. Return the parsed reply."""
    return sync_detailed(client=client, date_range=date_range).parsed


async def asyncio_detailed(
    *, client: Client, date_range: DateRange | Unset = UNSET
) -> Response[EventsSchema | ErrorResponse]:
    """List the fields that occur in the events of all runs. Return the response."""
    return await client.send_async(build_request(date_range=date_range))


async def asyncio(*, client: Client, date_range: DateRange | Unset = UNSET) -> EventsSchema | ErrorResponse | None:
    """List the fields that occur in the events of all runs. Return the parsed reply."""
    return (await asyncio_detailed(client=client, date_range=date_range)).parsed
