# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/events/schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getEventsSchema",
    namespace="events",
    name="get_schema",
    method="GET",
    path="/v1/events/schema",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/runs/{run_id}/schema", "GET /v1/projects/{project_id}/runs/schema"),
    fields=(
        Field("dateRange", "date_range", "query", ("object",), kind="json"),
        Field("evaluation_id", "evaluation_id", "query", ("string",)),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    *, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> Request[models.EventsSchema, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"dateRange": date_range, "evaluation_id": evaluation_id}, UNSET, read_reply)


def read_reply(data: Any) -> models.EventsSchema:
    """Return the reply: The fields."""
    return read_model(models.EventsSchema, data, OPERATION)


@deprecated(
    "events.get_schema() is deprecated: use experiments.get_schema() or experiments.get_runs_schema()", category=None
)
def sync_detailed(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> Response[models.EventsSchema | models.ErrorResponse]:
    """List the fields that occur in stored events. Return the response."""
    return client.send(build_request(date_range=date_range, evaluation_id=evaluation_id))


@deprecated(
    "events.get_schema() is deprecated: use experiments.get_schema() or experiments.get_runs_schema()", category=None
)
def sync(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> models.EventsSchema | models.ErrorResponse | None:
    """List the fields that occur in stored events. Return the parsed reply."""
    return client.send(build_request(date_range=date_range, evaluation_id=evaluation_id)).parsed


@deprecated(
    "events.get_schema() is deprecated: use experiments.get_schema() or experiments.get_runs_schema()", category=None
)
async def asyncio_detailed(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> Response[models.EventsSchema | models.ErrorResponse]:
    """List the fields that occur in stored events. Return the response."""
    return await client.send_async(build_request(date_range=date_range, evaluation_id=evaluation_id))


@deprecated(
    "events.get_schema() is deprecated: use experiments.get_schema() or experiments.get_runs_schema()", category=None
)
async def asyncio(
    *, client: Client, date_range: Mapping[str, Any] | Unset = UNSET, evaluation_id: str | Unset = UNSET
) -> models.EventsSchema | models.ErrorResponse | None:
    """List the fields that occur in stored events. Return the parsed reply."""
    return (await client.send_async(build_request(date_range=date_range, evaluation_id=evaluation_id))).parsed
