# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createProjectRun",
    namespace="experiments",
    name="create",
    method="POST",
    path="/v1/projects/{project_id}/runs",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
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


def build_request(
    project_id: str, *, body: inputs.CreateRunRequest
) -> Request[models.RunCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.RunCreated:
    """Return the reply: The created run."""
    return read_model(models.RunCreated, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.CreateRunRequest
) -> Response[models.RunCreated | models.ErrorResponse]:
    """Create an experiment run. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.CreateRunRequest
) -> models.RunCreated | models.ErrorResponse | None:
    """Create an experiment run. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.CreateRunRequest
) -> Response[models.RunCreated | models.ErrorResponse]:
    """Create an experiment run. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.CreateRunRequest
) -> models.RunCreated | models.ErrorResponse | None:
    """Create an experiment run. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
