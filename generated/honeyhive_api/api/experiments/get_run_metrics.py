# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}/metrics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request, Unset

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.events import EventFilter
    from ...inputs.experiments import DateRange
    from ...models.error_response import ErrorResponse
    from ...models.run_metrics import RunMetrics
    from ...models.stored_filter import StoredFilter
    from ...types import Response

OPERATION = Operation(
    id="getRunMetrics",
    namespace="experiments",
    name="get_metrics",
    method="GET",
    path="/v1/runs/{run_id}/metrics",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("run_id", "run_id", "path", ("string",), required=True),
        Field("dateRange", "date_range", "query", ("object",), kind="json", shape="DateRange"),
        Field("filters", "filters", "query", ("array",), kind="json", shape="EventFilter"),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    run_id: str, *, date_range: DateRange | Unset = UNSET, filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET
) -> Request[RunMetrics, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"run_id": run_id}, {"dateRange": date_range, "filters": filters}, UNSET, read_reply)


def read_reply(data: Any) -> RunMetrics:
    """Return the reply. The events."""
    from ...model import read_model
    from ...models.run_metrics import RunMetrics

    return read_model(RunMetrics, data)


def sync_detailed(
    run_id: str,
    *,
    client: Client,
    date_range: DateRange | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> Response[RunMetrics | ErrorResponse]:
    """List the events of a run with their metrics. Return the response."""
    return client.send(build_request(run_id, date_range=date_range, filters=filters))


def sync(
    run_id: str,
    *,
    client: Client,
    date_range: DateRange | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> RunMetrics | ErrorResponse | None:
    """List the events of a run with their metrics. Return the parsed reply."""
    return sync_detailed(run_id, client=client, date_range=date_range, filters=filters).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: Client,
    date_range: DateRange | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> Response[RunMetrics | ErrorResponse]:
    """List the events of a run with their metrics. Return the response."""
    return await client.send_async(build_request(run_id, date_range=date_range, filters=filters))


async def asyncio(
    run_id: str,
    *,
    client: Client,
    date_range: DateRange | Unset = UNSET,
    filters: Sequence[EventFilter | StoredFilter] | Unset = UNSET,
) -> RunMetrics | ErrorResponse | None:
    """List the events of a run with their metrics. Return the parsed reply."""
    return (await asyncio_detailed(run_id, client=client, date_range=date_range, filters=filters)).parsed
