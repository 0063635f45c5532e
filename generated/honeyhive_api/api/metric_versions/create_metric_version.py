# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/{metric_id}/versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.metric_versions import CreateMetricVersionRequest
    from ...models.error_response import ErrorResponse
    from ...models.metric_version_reply import MetricVersionReply
    from ...types import Response

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
    error="ErrorResponse",
)


def build_request(metric_id: str, *, body: CreateMetricVersionRequest) -> Request[MetricVersionReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"metric_id": metric_id}, {}, body, read_reply)


def read_reply(data: Any) -> MetricVersionReply:
    """Return the reply. The version."""
    from ...model import read_model
    from ...models.metric_version_reply import MetricVersionReply

    return read_model(MetricVersionReply, data)


def sync_detailed(
    metric_id: str, *, client: Client, body: CreateMetricVersionRequest
) -> Response[MetricVersionReply | ErrorResponse]:
    """Add a version to a metric. Return the response."""
    return client.send(build_request(metric_id, body=body))


def sync(
    metric_id: str, *, client: Client, body: CreateMetricVersionRequest
) -> MetricVersionReply | ErrorResponse | None:
    """Add a version to a metric. Return the parsed reply."""
    return sync_detailed(metric_id, client=client, body=body).parsed


async def asyncio_detailed(
    metric_id: str, *, client: Client, body: CreateMetricVersionRequest
) -> Response[MetricVersionReply | ErrorResponse]:
    """Add a version to a metric. Return the response."""
    return await client.send_async(build_request(metric_id, body=body))


async def asyncio(
    metric_id: str, *, client: Client, body: CreateMetricVersionRequest
) -> MetricVersionReply | ErrorResponse | None:
    """Add a version to a metric. Return the parsed reply."""
    return (await asyncio_detailed(metric_id, client=client, body=body)).parsed
