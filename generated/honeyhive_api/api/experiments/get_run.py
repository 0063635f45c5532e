# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getRun",
    namespace="experiments",
    name="get",
    method="GET",
    path="/v1/runs/{run_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("GET /v1/projects/{project_id}/runs/{run_id}",),
    fields=(Field("run_id", "run_id", "path", ("string",), required=True),),
    repeatable=True,
    identifies="evaluation.run_id",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(run_id: str) -> Request[models.RunFound, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"run_id": run_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.RunFound:
    """Return the reply: The run."""
    return read_model(models.RunFound, data, OPERATION)


@deprecated("experiments.get() without project_id= is deprecated", category=None)
def sync_detailed(run_id: str, *, client: Client) -> Response[models.RunFound | models.ErrorResponse]:
    """Return one experiment run. Return the response."""
    return client.send(build_request(run_id))


@deprecated("experiments.get() without project_id= is deprecated", category=None)
def sync(run_id: str, *, client: Client) -> models.RunFound | models.ErrorResponse | None:
    """Return one experiment run. Return the parsed reply."""
    return client.send(build_request(run_id)).parsed


@deprecated("experiments.get() without project_id= is deprecated", category=None)
async def asyncio_detailed(run_id: str, *, client: Client) -> Response[models.RunFound | models.ErrorResponse]:
    """Return one experiment run. Return the response."""
    return await client.send_async(build_request(run_id))


@deprecated("experiments.get() without project_id= is deprecated", category=None)
async def asyncio(run_id: str, *, client: Client) -> models.RunFound | models.ErrorResponse | None:
    """Return one experiment run. Return the parsed reply."""
    return (await client.send_async(build_request(run_id))).parsed
