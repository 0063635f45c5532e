# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{new_run_id}/compare/{old_run_id}/events."""

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
    id="compareRunEvents",
    namespace="experiments",
    name="compare_events",
    method="GET",
    path="/v1/runs/{new_run_id}/compare/{old_run_id}/events",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("new_run_id", "new_run_id", "path", ("string",), required=True),
        Field("old_run_id", "old_run_id", "path", ("string",), required=True),
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
    new_run_id: str,
    old_run_id: str,
    *,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Request[EventPairList, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(
        OPERATION,
        {"new_run_id": new_run_id, "old_run_id": old_run_id},
        {"event_name": event_name, "event_type": event_type, "filter": filter, "limit": limit, "page": page},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> EventPairList:
    """Return the reply. One page of pairs."""
    from ...model import read_model
    from ...models.event_pair_list import EventPairList

    return read_model(EventPairList, data)


def sync_detailed(
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[EventPairList | ErrorResponse]:
    """List the events of two runs in pairs, a page at a time. Return the response."""
    return client.send(
        build_request(
            new_run_id, old_run_id, event_name=event_name, event_type=event_type, filter=filter, limit=limit, page=page
        )
    )


def sync(
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> EventPairList | ErrorResponse | None:
    """List the events of two runs in pairs, a page at a time. Return the parsed reply."""
    return sync_detailed(
        new_run_id,
        old_run_id,
        client=client,
        event_name=event_name,
        event_type=event_type,
        filter=filter,
        limit=limit,
        page=page,
    ).parsed


async def asyncio_detailed(
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[EventPairList | ErrorResponse]:
    """List the events of two runs in pairs, a page at a time. Return the response."""
    return await client.send_async(
        build_request(
            new_run_id, old_run_id, event_name=event_name, event_type=event_type, filter=filter, limit=limit, page=page
        )
    )


async def asyncio(
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> EventPairList | ErrorResponse | None:
    """List the events of two runs in pairs, a page at a time. Return the parsed reply."""
    return (
        await asyncio_detailed(
            new_run_id,
            old_run_id,
            client=client,
            event_name=event_name,
            event_type=event_type,
            filter=filter,
            limit=limit,
            page=page,
        )
    ).parsed
