# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, EmptyList, Field, Operation, Paging, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listProjectRuns",
    namespace="experiments",
    name="list",
    method="GET",
    path="/v1/projects/{project_id}/runs",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("dataset_id", "dataset_id", "query", ("string",)),
        Field("page", "page", "query", ("integer",)),
        Field("limit", "limit", "query", ("integer",)),
        Field("run_ids[]", "run_ids", "query", ("array",), max_items=100),
        Field("name", "name", "query", ("string",)),
        Field(
            "status", "status", "query", ("string",), choices=("pending", "running", "completed", "failed", "cancelled")
        ),
        Field("dateRange", "date_range", "query", ("object",), kind="json", shape="DateRange"),
        Field("sort_by", "sort_by", "query", ("string",), choices=("created_at", "updated_at", "name", "status")),
        Field("sort_order", "sort_order", "query", ("string",), choices=("asc", "desc")),
    ),
    repeatable=True,
    paging=Paging(page="page", limit="limit", size=100, items="evaluations", has_next="pagination.has_next"),
    empty_list=EmptyList(
        parameter="run_ids[]",
        reply={
            "evaluations": [],
            "pagination": {
                "page": 1,
                "limit": 100,
                "total": 0,
                "total_unfiltered": 0,
                "total_pages": 0,
                "has_next": False,
                "has_prev": False,
            },
            "metrics": [],
        },
    ),
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str,
    *,
    dataset_id: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    run_ids: Sequence[str] | Unset = UNSET,
    name: str | Unset = UNSET,
    status: models.RunStatus | Unset = UNSET,
    date_range: inputs.DateRange | Unset = UNSET,
    sort_by: models.RunOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> Request[models.RunList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id},
        {
            "dataset_id": dataset_id,
            "page": page,
            "limit": limit,
            "run_ids[]": run_ids,
            "name": name,
            "status": status,
            "dateRange": date_range,
            "sort_by": sort_by,
            "sort_order": sort_order,
        },
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.RunList:
    """Return the reply: One page of runs."""
    return read_model(models.RunList, data, OPERATION)


def sync_detailed(
    project_id: str,
    *,
    client: Client,
    dataset_id: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    run_ids: Sequence[str] | Unset = UNSET,
    name: str | Unset = UNSET,
    status: models.RunStatus | Unset = UNSET,
    date_range: inputs.DateRange | Unset = UNSET,
    sort_by: models.RunOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> Response[models.RunList | models.ErrorResponse]:
    """List experiment runs, one page per call. Return the response."""
    return client.send(
        build_request(
            project_id,
            dataset_id=dataset_id,
            page=page,
            limit=limit,
            run_ids=run_ids,
            name=name,
            status=status,
            date_range=date_range,
            sort_by=sort_by,
            sort_order=sort_order,
        )
    )


def sync(
    project_id: str,
    *,
    client: Client,
    dataset_id: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    run_ids: Sequence[str] | Unset = UNSET,
    name: str | Unset = UNSET,
    status: models.RunStatus | Unset = UNSET,
    date_range: inputs.DateRange | Unset = UNSET,
    sort_by: models.RunOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> models.RunList | models.ErrorResponse | None:
    """List experiment runs, one page per call. Return the parsed reply."""
    return client.send(
        build_request(
            project_id,
            dataset_id=dataset_id,
            page=page,
            limit=limit,
            run_ids=run_ids,
            name=name,
            status=status,
            date_range=date_range,
            sort_by=sort_by,
            sort_order=sort_order,
        )
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: Client,
    dataset_id: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    run_ids: Sequence[str] | Unset = UNSET,
    name: str | Unset = UNSET,
    status: models.RunStatus | Unset = UNSET,
    date_range: inputs.DateRange | Unset = UNSET,
    sort_by: models.RunOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> Response[models.RunList | models.ErrorResponse]:
    """List experiment runs, one page per call. Return the response."""
    return await client.send_async(
        build_request(
            project_id,
            dataset_id=dataset_id,
            page=page,
            limit=limit,
            run_ids=run_ids,
            name=name,
            status=status,
            date_range=date_range,
            sort_by=sort_by,
            sort_order=sort_order,
        )
    )


async def asyncio(
    project_id: str,
    *,
    client: Client,
    dataset_id: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    run_ids: Sequence[str] | Unset = UNSET,
    name: str | Unset = UNSET,
    status: models.RunStatus | Unset = UNSET,
    date_range: inputs.DateRange | Unset = UNSET,
    sort_by: models.RunOrder | Unset = UNSET,
    sort_order: models.SortOrder | Unset = UNSET,
) -> models.RunList | models.ErrorResponse | None:
    """List experiment runs, one page per call. Return the parsed reply."""
    return (
        await client.send_async(
            build_request(
                project_id,
                dataset_id=dataset_id,
                page=page,
                limit=limit,
                run_ids=run_ids,
                name=name,
                status=status,
                date_range=date_range,
                sort_by=sort_by,
                sort_order=sort_order,
            )
        )
    ).parsed
