# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/runs/{run_id}/metrics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getProjectRunMetrics",
    namespace="experiments",
    name="get_metrics",
    method="GET",
    path="/v1/projects/{project_id}/runs/{run_id}/metrics",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("run_id", "run_id", "path", ("string",), required=True),
        Field("dateRange", "date_range", "query", ("object",), kind="json", shape="DateRange"),
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
    date_range: inputs.DateRange | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Request[models.RunMetrics, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id, "run_id": run_id},
        {"dateRange": date_range, "filters": filters},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.RunMetrics:
    """Return the reply: The events."""
    return read_model(models.RunMetrics, data, OPERATION)


def sync_detailed(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    date_range: inputs.DateRange | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunMetrics | models.ErrorResponse]:
    """List the events of a run with their metrics. Return the response."""
    return client.send(build_request(project_id, run_id, date_range=date_range, filters=filters))


def sync(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    date_range: inputs.DateRange | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunMetrics | models.ErrorResponse | None:
    """List the events of a run with their metrics. Return the parsed reply."""
    return client.send(build_request(project_id, run_id, date_range=date_range, filters=filters)).parsed


async def asyncio_detailed(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    date_range: inputs.DateRange | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> Response[models.RunMetrics | models.ErrorResponse]:
    """List the events of a run with their metrics. Return the response."""
    return await client.send_async(build_request(project_id, run_id, date_range=date_range, filters=filters))


async def asyncio(
    project_id: str,
    run_id: str,
    *,
    client: Client,
    date_range: inputs.DateRange | Unset = UNSET,
    filters: Sequence[inputs.EventFilter | models.StoredFilter] | Unset = UNSET,
) -> models.RunMetrics | models.ErrorResponse | None:
    """List the events of a run with their metrics. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, run_id, date_range=date_range, filters=filters))).parsed
