# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="compareProjectRuns",
    namespace="experiments",
    name="compare",
    method="GET",
    path="/v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("new_run_id", "new_run_id", "path", ("string",), required=True),
        Field("old_run_id", "old_run_id", "path", ("string",), required=True),
        Field(
            "aggregate_function",
            "aggregate_function",
            "query",
            ("string",),
            choices=("average", "min", "max", "median", "p90", "p95", "p99", "sum", "count"),
        ),
        Field("filters", "filters", "query", ("array",), kind="json", shape="EventFilter"),
    ),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Request[models.RunComparison, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id, "new_run_id": new_run_id, "old_run_id": old_run_id},
        {"aggregate_function": aggregate_function, "filters": filters},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.RunComparison:
    """Return the reply: The comparison."""
    return read_model(models.RunComparison, data, OPERATION)


def sync_detailed(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunComparison | models.ErrorResponse]:
    """Compare two experiment runs. Return the response."""
    return client.send(
        build_request(project_id, new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters)
    )


def sync(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunComparison | models.ErrorResponse | None:
    """Compare two experiment runs. Return the parsed reply."""
    return client.send(
        build_request(project_id, new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters)
    ).parsed


async def asyncio_detailed(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunComparison | models.ErrorResponse]:
    """Compare two experiment runs. Return the response."""
    return await client.send_async(
        build_request(project_id, new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters)
    )


async def asyncio(
    project_id: str,
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunComparison | models.ErrorResponse | None:
    """Compare two experiment runs. Return the parsed reply."""
    return (
        await client.send_async(
            build_request(project_id, new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters)
        )
    ).parsed
