# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/{metric_id}/versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createMetricVersion",
    namespace="metric_versions",
    name="create",
    method="POST",
    path="/v1/metrics/{metric_id}/versions",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("metric_id", "metric_id", "path", ("string",), required=True),
        Field("message", "message", "body", ("string",), required=True),
        Field("content", "content", "body", ("object",), required=True, shape="MetricDefinition"),
        Field("deploy_immediately", "deploy_immediately", "body", ("boolean",)),
    ),
    body="flat",
    identifies="data.name",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    metric_id: str, *, body: inputs.CreateMetricVersionRequest
) -> Request[models.MetricVersionReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"metric_id": metric_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.MetricVersionReply:
    """Return the reply: The version."""
    return read_model(models.MetricVersionReply, data, OPERATION)


def sync_detailed(
    metric_id: str, *, client: Client, body: inputs.CreateMetricVersionRequest
) -> Response[models.MetricVersionReply | models.ErrorResponse]:
    """Add a version to a metric. Return the response."""
    return client.send(build_request(metric_id, body=body))


def sync(
    metric_id: str, *, client: Client, body: inputs.CreateMetricVersionRequest
) -> models.MetricVersionReply | models.ErrorResponse | None:
    """Add a version to a metric. Return the parsed reply."""
    return client.send(build_request(metric_id, body=body)).parsed


async def asyncio_detailed(
    metric_id: str, *, client: Client, body: inputs.CreateMetricVersionRequest
) -> Response[models.MetricVersionReply | models.ErrorResponse]:
    """Add a version to a metric. Return the response."""
    return await client.send_async(build_request(metric_id, body=body))


async def asyncio(
    metric_id: str, *, client: Client, body: inputs.CreateMetricVersionRequest
) -> models.MetricVersionReply | models.ErrorResponse | None:
    """Add a version to a metric. Return the parsed reply."""
    return (await client.send_async(build_request(metric_id, body=body))).parsed
