# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/unpublish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="unpublishEvaluator",
    namespace="evaluators",
    name="unpublish",
    method="POST",
    path="/v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/unpublish",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("evaluator_id_or_slug", "evaluator_id_or_slug", "path", ("string",), required=True),
    ),
    error="ErrorResponse",
)


def build_request(project_id: str, evaluator_id_or_slug: str) -> Request[models.EvaluatorReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION, {"project_id": project_id, "evaluator_id_or_slug": evaluator_id_or_slug}, {}, UNSET, read_reply
    )


def read_reply(data: Any) -> models.EvaluatorReply:
    """Return the reply: The evaluator."""
    return read_model(models.EvaluatorReply, data, OPERATION)


def sync_detailed(
    project_id: str, evaluator_id_or_slug: str, *, client: Client
) -> Response[models.EvaluatorReply | models.ErrorResponse]:
    """Unpublish an evaluator. Return the response."""
    return client.send(build_request(project_id, evaluator_id_or_slug))


def sync(
    project_id: str, evaluator_id_or_slug: str, *, client: Client
) -> models.EvaluatorReply | models.ErrorResponse | None:
    """Unpublish an evaluator. Return the parsed reply."""
    return client.send(build_request(project_id, evaluator_id_or_slug)).parsed


async def asyncio_detailed(
    project_id: str, evaluator_id_or_slug: str, *, client: Client
) -> Response[models.EvaluatorReply | models.ErrorResponse]:
    """Unpublish an evaluator. Return the response."""
    return await client.send_async(build_request(project_id, evaluator_id_or_slug))


async def asyncio(
    project_id: str, evaluator_id_or_slug: str, *, client: Client
) -> models.EvaluatorReply | models.ErrorResponse | None:
    """Unpublish an evaluator. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, evaluator_id_or_slug))).parsed
