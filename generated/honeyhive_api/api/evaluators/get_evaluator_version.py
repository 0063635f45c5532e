# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getEvaluatorVersion",
    namespace="evaluators",
    name="get_version",
    method="GET",
    path="/v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("evaluator_id_or_slug", "evaluator_id_or_slug", "path", ("string",), required=True),
        Field("version", "version", "path", ("integer",), required=True),
    ),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    project_id: str, evaluator_id_or_slug: str, version: int
) -> Request[models.EvaluatorVersionReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION,
        {"project_id": project_id, "evaluator_id_or_slug": evaluator_id_or_slug, "version": version},
        {},
        UNSET,
        read_reply,
    )


def read_reply(data: Any) -> models.EvaluatorVersionReply:
    """Return the reply: The version."""
    return read_model(models.EvaluatorVersionReply, data, OPERATION)


def sync_detailed(
    project_id: str, evaluator_id_or_slug: str, version: int, *, client: Client
) -> Response[models.EvaluatorVersionReply | models.ErrorResponse]:
    """Return one version of an evaluator. Return the response."""
    return client.send(build_request(project_id, evaluator_id_or_slug, version))


def sync(
    project_id: str, evaluator_id_or_slug: str, version: int, *, client: Client
) -> models.EvaluatorVersionReply | models.ErrorResponse | None:
    """Return one version of an evaluator. Return the parsed reply."""
    return client.send(build_request(project_id, evaluator_id_or_slug, version)).parsed


async def asyncio_detailed(
    project_id: str, evaluator_id_or_slug: str, version: int, *, client: Client
) -> Response[models.EvaluatorVersionReply | models.ErrorResponse]:
    """Return one version of an evaluator. Return the response."""
    return await client.send_async(build_request(project_id, evaluator_id_or_slug, version))


async def asyncio(
    project_id: str, evaluator_id_or_slug: str, version: int, *, client: Client
) -> models.EvaluatorVersionReply | models.ErrorResponse | None:
    """Return one version of an evaluator. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, evaluator_id_or_slug, version))).parsed
