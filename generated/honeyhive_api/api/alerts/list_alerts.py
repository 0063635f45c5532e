# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Paging, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listAlerts",
    namespace="alerts",
    name="list",
    method="GET",
    path="/v1/projects/{project_id}/alerts",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("page", "page", "query", ("integer",)),
        Field("limit", "limit", "query", ("integer",)),
        Field("status", "status", "query", ("string",), choices=("ACTIVE", "TRIGGERED", "PAUSED", "RESOLVED")),
        Field(
            "sort_by",
            "sort_by",
            "query",
            ("string",),
            choices=("created_at", "updated_at", "name", "status", "frequency", "last_triggered"),
        ),
        Field("sort_order", "sort_order", "query", ("string",), choices=("asc", "desc")),
    ),
    repeatable=True,
    paging=Paging(page="page", limit="limit", size=100, items="data", has_next="pagination.has_next"),
    error="ErrorResponse",
)


def build_request(
    project_id: str,
    *,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    status: models.AlertStatus | Unset = UNSET,
    sort_by: models.AlertOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> Request[models.AlertList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id},
        {"page": page, "limit": limit, "status": status, "sort_by": sort_by, "sort_order": sort_order},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.AlertList:
    """Return the reply: One page of alerts."""
    return read_model(models.AlertList, data, OPERATION)


def sync_detailed(
    project_id: str,
    *,
    client: Client,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    status: models.AlertStatus | Unset = UNSET,
    sort_by: models.AlertOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> Response[models.AlertList | models.ErrorResponse]:
    """List the alerts of a project, one page per call. Return the response."""
    return client.send(
        build_request(project_id, page=page, limit=limit, status=status, sort_by=sort_by, sort_order=sort_order)
    )


def sync(
    project_id: str,
    *,
    client: Client,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    status: models.AlertStatus | Unset = UNSET,
    sort_by: models.AlertOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> models.AlertList | models.ErrorResponse | None:
    """List the alerts of a project, one page per call. Return the parsed reply."""
    return client.send(
        build_request(project_id, page=page, limit=limit, status=status, sort_by=sort_by, sort_order=sort_order)
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: Client,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    status: models.AlertStatus | Unset = UNSET,
    sort_by: models.AlertOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> Response[models.AlertList | models.ErrorResponse]:
    """List the alerts of a project, one page per call. Return the response."""
    return await client.send_async(
        build_request(project_id, page=page, limit=limit, status=status, sort_by=sort_by, sort_order=sort_order)
    )


async def asyncio(
    project_id: str,
    *,
    client: Client,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    status: models.AlertStatus | Unset = UNSET,
    sort_by: models.AlertOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> models.AlertList | models.ErrorResponse | None:
    """List the alerts of a project, one page per call. Return the parsed reply."""
    return (
        await client.send_async(
            build_request(project_id, page=page, limit=limit, status=status, sort_by=sort_by, sort_order=sort_order)
        )
    ).parsed
