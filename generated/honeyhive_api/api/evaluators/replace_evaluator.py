# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="replaceEvaluator",
    namespace="evaluators",
    name="replace",
    method="PUT",
    path="/v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("evaluator_id_or_slug", "evaluator_id_or_slug", "path", ("string",), required=True),
        Field("definition", "definition", "body", ("object",), required=True, shape="EvaluatorDefinition"),
        Field("message", "message", "body", ("string",)),
        Field("publish", "publish", "body", ("boolean",)),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    project_id: str, evaluator_id_or_slug: str, *, body: inputs.ReplaceEvaluatorRequest
) -> Request[models.EvaluatorReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(
        OPERATION, {"project_id": project_id, "evaluator_id_or_slug": evaluator_id_or_slug}, {}, body, read_reply
    )


def read_reply(data: Any) -> models.EvaluatorReply:
    """Return the reply: The evaluator."""
    return read_model(models.EvaluatorReply, data, OPERATION)


def sync_detailed(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, body: inputs.ReplaceEvaluatorRequest
) -> Response[models.EvaluatorReply | models.ErrorResponse]:
    """Replace the definition of an evaluator. Return the response."""
    return client.send(build_request(project_id, evaluator_id_or_slug, body=body))


def sync(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, body: inputs.ReplaceEvaluatorRequest
) -> models.EvaluatorReply | models.ErrorResponse | None:
    """Replace the definition of an evaluator. Return the parsed reply."""
    return client.send(build_request(project_id, evaluator_id_or_slug, body=body)).parsed


async def asyncio_detailed(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, body: inputs.ReplaceEvaluatorRequest
) -> Response[models.EvaluatorReply | models.ErrorResponse]:
    """Replace the definition of an evaluator. Return the response."""
    return await client.send_async(build_request(project_id, evaluator_id_or_slug, body=body))


async def asyncio(
    project_id: str, evaluator_id_or_slug: str, *, client: Client, body: inputs.ReplaceEvaluatorRequest
) -> models.EvaluatorReply | models.ErrorResponse | None:
    """Replace the definition of an evaluator. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, evaluator_id_or_slug, body=body))).parsed
