# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/compare/events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Paging, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.event_pair_list import EventPairList
    from ...types import Response

OPERATION = Operation(
    id="compareRunEventsLegacy",
    namespace="experiments",
    name="compare_events_legacy",
    method="GET",
    path="/v1/runs/compare/events",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/runs/{new_run_id}/compare/{old_run_id}/events",),
    fields=(
        Field("run_id_1", "run_id_1", "query", ("string",), required=True),
        Field("run_id_2", "run_id_2", "query", ("string",), required=True),
        Field("event_name", "event_name", "query", ("string",)),
        Field("event_type", "event_type", "query", ("string",)),
        Field("filter", "filter", "query", ("object",), kind="json"),
        Field("limit", "limit", "query", ("integer",)),
        Field("page", "page", "query", ("integer",)),
    ),
    repeatable=True,
    paging=Paging(page="page", limit="limit", size=1000, items="events", total="totalEvents"),
    error="ErrorResponse",
)


def build_request(
    *,
    run_id_1: str,
    run_id_2: str,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Request[EventPairList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(
        OPERATION,
        {},
        {
            "run_id_1": run_id_1,
            "run_id_2": run_id_2,
            "event_name": event_name,
            "event_type": event_type,
            "filter": filter,
            "limit": limit,
            "page": page,
        },
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> EventPairList:
    """Return the reply. One page of pairs."""
    from ...model import read_model
    from ...models.event_pair_list import EventPairList

    return read_model(EventPairList, data)


def sync_detailed(
    *,
    client: Client,
    run_id_1: str,
    run_id_2: str,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[EventPairList | ErrorResponse]:
    """List the events of two runs in pairs, with the ids of the runs in the query. Return the response."""
    return client.send(
        build_request(
            run_id_1=run_id_1,
            run_id_2=run_id_2,
            event_name=event_name,
            event_type=event_type,
            filter=filter,
            limit=limit,
            page=page,
        )
    )


def sync(
    *,
    client: Client,
    run_id_1: str,
    run_id_2: str,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> EventPairList | ErrorResponse | None:
    """List the events of two runs in pairs, with the ids of the runs in the query. Return the parsed reply."""
    return sync_detailed(
        client=client,
        run_id_1=run_id_1,
        run_id_2=run_id_2,
        event_name=event_name,
        event_type=event_type,
        filter=filter,
        limit=limit,
        page=page,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    run_id_1: str,
    run_id_2: str,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[EventPairList | ErrorResponse]:
    """List the events of two runs in pairs, with the ids of the runs in the query. Return the response."""
    return await client.send_async(
        build_request(
            run_id_1=run_id_1,
            run_id_2=run_id_2,
            event_name=event_name,
            event_type=event_type,
            filter=filter,
            limit=limit,
            page=page,
        )
    )


async def asyncio(
    *,
    client: Client,
    run_id_1: str,
    run_id_2: str,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> EventPairList | ErrorResponse | None:
    """List the events of two runs in pairs, with the ids of the runs in the query. Return the parsed reply."""
    return (
        await asyncio_detailed(
            client=client,
            run_id_1=run_id_1,
            run_id_2=run_id_2,
            event_name=event_name,
            event_type=event_type,
            filter=filter,
            limit=limit,
            page=page,
        )
    ).parsed
