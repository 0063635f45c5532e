# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/evaluators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listEvaluators",
    namespace="evaluators",
    name="list",
    method="GET",
    path="/v1/projects/{project_id}/evaluators",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("limit", "limit", "query", ("integer",)),
        Field("page", "page", "query", ("integer",)),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    project_id: str, *, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> Request[models.EvaluatorList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {"limit": limit, "page": page}, UNSET, read_reply)


def read_reply(data: Any) -> models.EvaluatorList:
    """Return the reply: One page of evaluators."""
    return read_model(models.EvaluatorList, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> Response[models.EvaluatorList | models.ErrorResponse]:
    """List the active evaluators of a project, one page per call. Return the response."""
    return client.send(build_request(project_id, limit=limit, page=page))


def sync(
    project_id: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> models.EvaluatorList | models.ErrorResponse | None:
    """List the active evaluators of a project, one page per call. Return the parsed reply."""
    return client.send(build_request(project_id, limit=limit, page=page)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> Response[models.EvaluatorList | models.ErrorResponse]:
    """List the active evaluators of a project, one page per call. Return the response."""
    return await client.send_async(build_request(project_id, limit=limit, page=page))


async def asyncio(
    project_id: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> models.EvaluatorList | models.ErrorResponse | None:
    """List the active evaluators of a project, one page per call. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, limit=limit, page=page))).parsed
