# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/runs/{run_id}/summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getProjectRunSummary",
    namespace="experiments",
    name="get_summary",
    method="GET",
    path="/v1/projects/{project_id}/runs/{run_id}/summary",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("run_id", "run_id", "path", ("string",), required=True),
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
    run_id: str,
    *,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Request[models.RunSummary, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id, "run_id": run_id},
        {"aggregate_function": aggregate_function, "filters": filters},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.RunSummary:
    """Return the reply: The results of the run."""
    return read_model(models.RunSummary, data, OPERATION)


def sync_detailed(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunSummary | models.ErrorResponse]:
    """Return the results of an experiment run. Return the response."""
    return client.send(build_request(project_id, run_id, aggregate_function=aggregate_function, filters=filters))


def sync(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunSummary | models.ErrorResponse | None:
    """Return the results of an experiment run. Return the parsed reply."""
    return client.send(build_request(project_id, run_id, aggregate_function=aggregate_function, filters=filters)).parsed


async def asyncio_detailed(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunSummary | models.ErrorResponse]:
    """Return the results of an experiment run. Return the response."""
    return await client.send_async(
        build_request(project_id, run_id, aggregate_function=aggregate_function, filters=filters)
    )


async def asyncio(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunSummary | models.ErrorResponse | None:
    """Return the results of an experiment run. Return the parsed reply."""
    return (
        await client.send_async(
            build_request(project_id, run_id, aggregate_function=aggregate_function, filters=filters)
        )
    ).parsed
