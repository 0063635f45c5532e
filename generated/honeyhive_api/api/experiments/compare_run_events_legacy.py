# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/compare/events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Paging, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="compareRunEventsLegacy",
    namespace="experiments",
    name="compare_events_legacy",
    method="GET",
    path="/v1/runs/compare/events",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events",),
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
) -> Request[models.EventPairList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
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


def read_reply(data: Any) -> models.EventPairList:
    """Return the reply: One page of pairs."""
    return read_model(models.EventPairList, data, OPERATION)


@deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
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
) -> Response[models.EventPairList | models.ErrorResponse]:
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


@deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
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
) -> models.EventPairList | models.ErrorResponse | None:
    """List the events of two runs in pairs, with the ids of the runs in the query. Return the parsed reply."""
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
    ).parsed


@deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
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
) -> Response[models.EventPairList | models.ErrorResponse]:
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


@deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
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
) -> models.EventPairList | models.ErrorResponse | None:
    """List the events of two runs in pairs, with the ids of the runs in the query. Return the parsed reply."""
    return (
        await client.send_async(
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
    ).parsed
