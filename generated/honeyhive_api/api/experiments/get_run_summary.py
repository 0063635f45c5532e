# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}/summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.events import EventFilter
    from ...models.aggregate_function import AggregateFunction
    from ...models.error_response import ErrorResponse
    from ...models.run_summary import RunSummary
    from ...models.stored_filter import StoredFilter
    from ...types import Response

OPERATION = Operation(
    id="getRunSummary",
    namespace="experiments",
    name="get_summary",
    method="GET",
    path="/v1/runs/{run_id}/summary",
    host="v1",
    security=("projectKey",),
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
    aggregate_function: AggregateFunction | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> Request[RunSummary, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(
        OPERATION, {"run_id": run_id}, {"aggregate_function": aggregate_function, "filters": filters}, UNSET, read_reply
    )


def read_reply(data: Any) -> RunSummary:
    """Return the reply. What came out of the run."""
    from ...model import read_model
    from ...models.run_summary import RunSummary

    return read_model(RunSummary, data)


def sync_detailed(
    run_id: str,
    *,
    client: Client,
    aggregate_function: AggregateFunction | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> Response[RunSummary | ErrorResponse]:
    """Read what came out of an experiment run. Return the response."""
    return client.send(build_request(run_id, aggregate_function=aggregate_function, filters=filters))


def sync(
    run_id: str,
    *,
    client: Client,
    aggregate_function: AggregateFunction | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> RunSummary | ErrorResponse | None:
    """Read what came out of an experiment run. Return the parsed reply."""
    return sync_detailed(run_id, client=client, aggregate_function=aggregate_function, filters=filters).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: Client,
    aggregate_function: AggregateFunction | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> Response[RunSummary | ErrorResponse]:
    """Read what came out of an experiment run. Return the response."""
    return await client.send_async(build_request(run_id, aggregate_function=aggregate_function, filters=filters))


async def asyncio(
    run_id: str,
    *,
    client: Client,
    aggregate_function: AggregateFunction | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> RunSummary | ErrorResponse | None:
    """Read what came out of an experiment run. Return the parsed reply."""
    return (
        await asyncio_detailed(run_id, client=client, aggregate_function=aggregate_function, filters=filters)
    ).parsed
