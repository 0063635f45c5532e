# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/evaluators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createEvaluator",
    namespace="evaluators",
    name="create",
    method="POST",
    path="/v1/projects/{project_id}/evaluators",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("slug", "slug", "body", ("string",), required=True),
        Field("definition", "definition", "body", ("object",), required=True, shape="EvaluatorDefinition"),
        Field("message", "message", "body", ("string",)),
        Field("publish", "publish", "body", ("boolean",)),
    ),
    body="flat",
    identifies="data.id",
    error="ErrorResponse",
)


def build_request(
    project_id: str, *, body: inputs.CreateEvaluatorRequest
) -> Request[models.EvaluatorReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.EvaluatorReply:
    """Return the reply: The evaluator."""
    return read_model(models.EvaluatorReply, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.CreateEvaluatorRequest
) -> Response[models.EvaluatorReply | models.ErrorResponse]:
    """Create an evaluator. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.CreateEvaluatorRequest
) -> models.EvaluatorReply | models.ErrorResponse | None:
    """Create an evaluator. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.CreateEvaluatorRequest
) -> Response[models.EvaluatorReply | models.ErrorResponse]:
    """Create an evaluator. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.CreateEvaluatorRequest
) -> models.EvaluatorReply | models.ErrorResponse | None:
    """Create an evaluator. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
