# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/projects/{project_id}/runs/{run_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteProjectRun",
    namespace="experiments",
    name="delete",
    method="DELETE",
    path="/v1/projects/{project_id}/runs/{run_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("run_id", "run_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(project_id: str, run_id: str) -> Request[models.RunDeleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "run_id": run_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.RunDeleted:
    """Return the reply: The id of the deleted run."""
    return read_model(models.RunDeleted, data, OPERATION)


def sync_detailed(
    project_id: str, run_id: str, *, client: Client
) -> Response[models.RunDeleted | models.ErrorResponse]:
    """Delete an experiment run. Return the response."""
    return client.send(build_request(project_id, run_id))


def sync(project_id: str, run_id: str, *, client: Client) -> models.RunDeleted | models.ErrorResponse | None:
    """Delete an experiment run. Return the parsed reply."""
    return client.send(build_request(project_id, run_id)).parsed


async def asyncio_detailed(
    project_id: str, run_id: str, *, client: Client
) -> Response[models.RunDeleted | models.ErrorResponse]:
    """Delete an experiment run. Return the response."""
    return await client.send_async(build_request(project_id, run_id))


async def asyncio(project_id: str, run_id: str, *, client: Client) -> models.RunDeleted | models.ErrorResponse | None:
    """Delete an experiment run. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, run_id))).parsed
