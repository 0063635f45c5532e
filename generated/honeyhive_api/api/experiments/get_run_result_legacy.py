# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}/result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getRunResultLegacy",
    namespace="experiments",
    name="get_result",
    method="GET",
    path="/v1/runs/{run_id}/result",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/runs/{run_id}/summary",),
    fields=(
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
)


def build_request(
    run_id: str,
    *,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Request[models.RunSummary, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION, {"run_id": run_id}, {"aggregate_function": aggregate_function, "filters": filters}, UNSET, read_reply
    )


def read_reply(data: Any) -> models.RunSummary:
    """Return the reply: The results of the run."""
    return read_model(models.RunSummary, data, OPERATION)


@deprecated("experiments.get_result() is deprecated: use experiments.get_summary()", category=None)
def sync_detailed(
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunSummary | models.ErrorResponse]:
    """Return the results of an experiment run, through the older path. Return the response."""
    return client.send(build_request(run_id, aggregate_function=aggregate_function, filters=filters))


@deprecated("experiments.get_result() is deprecated: use experiments.get_summary()", category=None)
def sync(
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunSummary | models.ErrorResponse | None:
    """Return the results of an experiment run, through the older path. Return the parsed reply."""
    return client.send(build_request(run_id, aggregate_function=aggregate_function, filters=filters)).parsed


@deprecated("experiments.get_result() is deprecated: use experiments.get_summary()", category=None)
async def asyncio_detailed(
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunSummary | models.ErrorResponse]:
    """Return the results of an experiment run, through the older path. Return the response."""
    return await client.send_async(build_request(run_id, aggregate_function=aggregate_function, filters=filters))


@deprecated("experiments.get_result() is deprecated: use experiments.get_summary()", category=None)
async def asyncio(
    run_id: str,
    *,
    client: Client,
    aggregate_function: models.AggregateFunction | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunSummary | models.ErrorResponse | None:
    """Return the results of an experiment run, through the older path. Return the parsed reply."""
    return (
        await client.send_async(build_request(run_id, aggregate_function=aggregate_function, filters=filters))
    ).parsed
