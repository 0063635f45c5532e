# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getRunsSchema",
    namespace="experiments",
    name="get_runs_schema",
    method="GET",
    path="/v1/runs/schema",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/runs/schema",),
    fields=(Field("dateRange", "date_range", "query", ("object",), kind="json", shape="DateRange"),),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    *, date_range: inputs.DateRange | Unset = UNSET
) -> Request[models.EventsSchema, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"dateRange": date_range}, UNSET, read_reply)


def read_reply(data: Any) -> models.EventsSchema:
    """Return the reply: The fields."""
    return read_model(models.EventsSchema, data, OPERATION)


@deprecated("experiments.get_runs_schema() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> Response[models.EventsSchema | models.ErrorResponse]:
    """List the fields that occur in the events of all runs. Return the response."""
    return client.send(build_request(date_range=date_range))


@deprecated("experiments.get_runs_schema() without project_id= is deprecated", category=None)
def sync(
    *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> models.EventsSchema | models.ErrorResponse | None:
    """List the fields that occur in the events of all runs. Return the parsed reply."""
    return client.send(build_request(date_range=date_range)).parsed


@deprecated("experiments.get_runs_schema() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> Response[models.EventsSchema | models.ErrorResponse]:
    """List the fields that occur in the events of all runs. Return the response."""
    return await client.send_async(build_request(date_range=date_range))


@deprecated("experiments.get_runs_schema() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, date_range: inputs.DateRange | Unset = UNSET
) -> models.EventsSchema | models.ErrorResponse | None:
    """List the fields that occur in the events of all runs. Return the parsed reply."""
    return (await client.send_async(build_request(date_range=date_range))).parsed
