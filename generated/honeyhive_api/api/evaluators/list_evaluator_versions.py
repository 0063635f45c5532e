# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, Unset

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listEvaluatorVersions",
    namespace="evaluators",
    name="list_versions",
    method="GET",
    path="/v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("evaluator_id_or_slug", "evaluator_id_or_slug", "path", ("string",), required=True),
        Field("limit", "limit", "query", ("integer",)),
        Field("page", "page", "query", ("integer",)),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    project_id: str, evaluator_id_or_slug: str, *, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> Request[models.EvaluatorVersionList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id, "evaluator_id_or_slug": evaluator_id_or_slug},
        {"limit": limit, "page": page},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.EvaluatorVersionList:
    """Return the reply: One page of versions."""
    return read_model(models.EvaluatorVersionList, data, OPERATION)


def sync_detailed(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> Response[models.EvaluatorVersionList | models.ErrorResponse]:
    """List the versions of an evaluator, newest first, one page per call. Return the response."""
    return client.send(build_request(project_id, evaluator_id_or_slug, limit=limit, page=page))


def sync(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> models.EvaluatorVersionList | models.ErrorResponse | None:
    """List the versions of an evaluator, newest first, one page per call. Return the parsed reply."""
    return client.send(build_request(project_id, evaluator_id_or_slug, limit=limit, page=page)).parsed


async def asyncio_detailed(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> Response[models.EvaluatorVersionList | models.ErrorResponse]:
    """List the versions of an evaluator, newest first, one page per call. Return the response."""
    return await client.send_async(build_request(project_id, evaluator_id_or_slug, limit=limit, page=page))


async def asyncio(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, limit: int | Unset = UNSET, page: int | Unset = UNSET
) -> models.EvaluatorVersionList | models.ErrorResponse | None:
    """List the versions of an evaluator, newest first, one page per call. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, evaluator_id_or_slug, limit=limit, page=page))).parsed
