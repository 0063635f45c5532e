# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{new_run_id}/compare/{old_run_id}."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="compareRuns",
    namespace="experiments",
    name="compare",
    method="GET",
    path="/v1/runs/{new_run_id}/compare/{old_run_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}",),
    fields=(
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
    new_run_id: str,
    old_run_id: str,
    *,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Request[models.RunComparison, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"new_run_id": new_run_id, "old_run_id": old_run_id},
        {"aggregate_function": aggregate_function, "filters": filters},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.RunComparison:
    """Return the reply: The comparison."""
    return read_model(models.RunComparison, data, OPERATION)


@deprecated("experiments.compare() without project_id= is deprecated", category=None)
def sync_detailed(
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunComparison | models.ErrorResponse]:
    """Compare two experiment runs. Return the response."""
    return client.send(build_request(new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters))


@deprecated("experiments.compare() without project_id= is deprecated", category=None)
def sync(
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunComparison | models.ErrorResponse | None:
    """Compare two experiment runs. Return the parsed reply."""
    return client.send(
        build_request(new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters)
    ).parsed


@deprecated("experiments.compare() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    new_run_id: str,
    old_run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunComparison | models.ErrorResponse]:
    """Compare two experiment runs. Return the response."""
    return await client.send_async(
        build_request(new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters)
    )


@deprecated("experiments.compare() without project_id= is deprecated", category=None)
async def asyncio(
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
            build_request(new_run_id, old_run_id, aggregate_function=aggregate_function, filters=filters)
        )
    ).parsed
