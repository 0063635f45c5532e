# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createRun",
    namespace="experiments",
    name="create",
    method="POST",
    path="/v1/runs",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/projects/{project_id}/runs",),
    fields=(
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
        Field("run_id", "run_id", "body", ("string",)),
        Field("dataset_id", "dataset_id", "body", ("string",), nullable=True),
    ),
    body="flat",
    identifies="run_id",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(*, body: inputs.CreateRunRequest) -> Request[models.RunCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.RunCreated:
    """Return the reply: The created run."""
    return read_model(models.RunCreated, data, OPERATION)


@deprecated("experiments.create() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, body: inputs.CreateRunRequest
) -> Response[models.RunCreated | models.ErrorResponse]:
    """Create an experiment run. Return the response."""
    return client.send(build_request(body=body))


@deprecated("experiments.create() without project_id= is deprecated", category=None)
def sync(*, client: Client, body: inputs.CreateRunRequest) -> models.RunCreated | models.ErrorResponse | None:
    """Create an experiment run. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("experiments.create() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.CreateRunRequest
) -> Response[models.RunCreated | models.ErrorResponse]:
    """Create an experiment run. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("experiments.create() without project_id= is deprecated", category=None)
async def asyncio(*, client: Client, body: inputs.CreateRunRequest) -> models.RunCreated | models.ErrorResponse | None:
    """Create an experiment run. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
