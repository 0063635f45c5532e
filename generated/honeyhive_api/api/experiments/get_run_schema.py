# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}/schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getRunSchema",
    namespace="experiments",
    name="get_schema",
    method="GET",
    path="/v1/runs/{run_id}/schema",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/runs/{run_id}/schema",),
    fields=(
        Field("run_id", "run_id", "path", ("string",), required=True),
        Field("dateRange", "date_range", "query", ("object",), kind="json", shape="DateRange"),
    ),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    run_id: str, *, date_range: inputs.DateRange | Unset = UNSET
) -> Request[models.EventsSchema, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"run_id": run_id}, {"dateRange": date_range}, UNSET, read_reply)


def read_reply(data: Any) -> models.EventsSchema:
    """Return the reply: The fields."""
    return read_model(models.EventsSchema, data, OPERATION)


@deprecated("experiments.get_schema() without project_id= is deprecated", category=None)
def sync_detailed(
    run_id: str, *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> Response[models.EventsSchema | models.ErrorResponse]:
    """List the fields that occur in the events of one run. Return the response."""
    return client.send(build_request(run_id, date_range=date_range))


@deprecated("experiments.get_schema() without project_id= is deprecated", category=None)
def sync(
    run_id: str, *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> models.EventsSchema | models.ErrorResponse | None:
    """List the fields that occur in the events of one run. Return the parsed reply."""
    return client.send(build_request(run_id, date_range=date_range)).parsed


@deprecated("experiments.get_schema() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    run_id: str, *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> Response[models.EventsSchema | models.ErrorResponse]:
    """List the fields that occur in the events of one run. Return the response."""
    return await client.send_async(build_request(run_id, date_range=date_range))


@deprecated("experiments.get_schema() without project_id= is deprecated", category=None)
async def asyncio(
    run_id: str, *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> models.EventsSchema | models.ErrorResponse | None:
    """List the fields that occur in the events of one run. Return the parsed reply."""
    return (await client.send_async(build_request(run_id, date_range=date_range))).parsed
