# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/runs/{run_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateRun",
    namespace="experiments",
    name="update",
    method="PUT",
    path="/v1/runs/{run_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("PATCH /v1/projects/{project_id}/runs/{run_id}",),
    fields=(
        Field("run_id", "run_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field(
            "status", "status", "body", ("string",), choices=("pending", "running", "completed", "failed", "cancelled")
        ),
        Field("metadata", "metadata", "body", ("object",)),
        Field("results", "results", "body", ("object",)),
        Field("event_ids", "event_ids", "body", ("array",)),
        Field("configuration", "configuration", "body", ("object",)),
        Field("evaluators", "evaluators", "body", ("array",)),
        Field("session_ids", "session_ids", "body", ("array",)),
        Field("datapoint_ids", "datapoint_ids", "body", ("array",)),
        Field("passing_ranges", "passing_ranges", "body", ("object",), shape="PassingRange", is_map=True),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(run_id: str, *, body: inputs.UpdateRunRequest) -> Request[models.RunUpdated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"run_id": run_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.RunUpdated:
    """Return the reply: The updated run."""
    return read_model(models.RunUpdated, data, OPERATION)


@deprecated("experiments.update() without project_id= is deprecated", category=None)
def sync_detailed(
    run_id: str, *, client: Client, body: inputs.UpdateRunRequest
) -> Response[models.RunUpdated | models.ErrorResponse]:
    """Update an experiment run. Return the response."""
    return client.send(build_request(run_id, body=body))


@deprecated("experiments.update() without project_id= is deprecated", category=None)
def sync(
    run_id: str, *, client: Client, body: inputs.UpdateRunRequest
) -> models.RunUpdated | models.ErrorResponse | None:
    """Update an experiment run. Return the parsed reply."""
    return client.send(build_request(run_id, body=body)).parsed


@deprecated("experiments.update() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    run_id: str, *, client: Client, body: inputs.UpdateRunRequest
) -> Response[models.RunUpdated | models.ErrorResponse]:
    """Update an experiment run. Return the response."""
    return await client.send_async(build_request(run_id, body=body))


@deprecated("experiments.update() without project_id= is deprecated", category=None)
async def asyncio(
    run_id: str, *, client: Client, body: inputs.UpdateRunRequest
) -> models.RunUpdated | models.ErrorResponse | None:
    """Update an experiment run. Return the parsed reply."""
    return (await client.send_async(build_request(run_id, body=body))).parsed
