# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Paging, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="compareProjectRunEvents",
    namespace="experiments",
    name="compare_events",
    method="GET",
    path="/v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
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
    scoped_by="project_id",
)


def build_request(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Request[models.EventPairList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id, "new_run_id": new_run_id, "old_run_id": old_run_id},
        {"event_name": event_name, "event_type": event_type, "filter": filter, "limit": limit, "page": page},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.EventPairList:
    """Return the reply: One page of pairs."""
    return read_model(models.EventPairList, data, OPERATION)


def sync_detailed(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[models.EventPairList | models.ErrorResponse]:
    """List the events of two runs in pairs, one page per call. Return the response."""
    return client.send(
        build_request(
            project_id,
            new_run_id,
            old_run_id,
            event_name=event_name,
            event_type=event_type,
            filter=filter,
            limit=limit,
            page=page,
        )
    )


def sync(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> models.EventPairList | models.ErrorResponse | None:
    """List the events of two runs in pairs, one page per call. Return the parsed reply."""
    return client.send(
        build_request(
            project_id,
            new_run_id,
            old_run_id,
            event_name=event_name,
            event_type=event_type,
            filter=filter,
            limit=limit,
            page=page,
        )
    ).parsed


async def asyncio_detailed(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> Response[models.EventPairList | models.ErrorResponse]:
    """List the events of two runs in pairs, one page per call. Return the response."""
    return await client.send_async(
        build_request(
            project_id,
            new_run_id,
            old_run_id,
            event_name=event_name,
            event_type=event_type,
            filter=filter,
            limit=limit,
            page=page,
        )
    )


async def asyncio(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    event_name: str | Unset = UNSET,
    event_type: str | Unset = UNSET,
    filter: Mapping[str, Any] | Unset = UNSET,
    limit: int | Unset = UNSET,
    page: int | Unset = UNSET,
) -> models.EventPairList | models.ErrorResponse | None:
    """List the events of two runs in pairs, one page per call. Return the parsed reply."""
    return (
        await client.send_async(
            build_request(
                project_id,
                new_run_id,
                old_run_id,
                event_name=event_name,
                event_type=event_type,
                filter=filter,
                limit=limit,
                page=page,
            )
        )
    ).parsed
