# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/{metric_id}/versions/{version_name}/deploy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.error_response import ErrorResponse
    from ...models.metric_version_reply import MetricVersionReply
    from ...types import Response

OPERATION = Operation(
    id="deployMetricVersion",
    namespace="metric_versions",
    name="deploy",
    method="POST",
    path="/v1/metrics/{metric_id}/versions/{version_name}/deploy",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("metric_id", "metric_id", "path", ("string",), required=True),
        Field("version_name", "version_name", "path", ("string",), required=True),
    ),
    error="ErrorResponse",
)


def build_request(metric_id: str, version_name: str) -> Request[MetricVersionReply, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"metric_id": metric_id, "version_name": version_name}, {}, UNSET, read_reply)


def read_reply(data: Any) -> MetricVersionReply:
    """Return the reply. The version."""
    from ...model import read_model
    from ...models.metric_version_reply import MetricVersionReply

    return read_model(MetricVersionReply, data)


def sync_detailed(metric_id: str, version_name: str, *, client: Client) -> Response[MetricVersionReply | ErrorResponse]:
    """Make a version of a metric the one in use. Return the response."""
    return client.send(build_request(metric_id, version_name))


def sync(metric_id: str, version_name: str, *, client: Client) -> MetricVersionReply | ErrorResponse | None:
    """Make a version of a metric the one in use. Return the parsed reply."""
    return sync_detailed(metric_id, version_name, client=client).parsed


async def asyncio_detailed(
    metric_id: str, version_name: str, *, client: Client
) -> Response[MetricVersionReply | ErrorResponse]:
    """Make a version of a metric the one in use. Return the response."""
    return await client.send_async(build_request(metric_id, version_name))


async def asyncio(metric_id: str, version_name: str, *, client: Client) -> MetricVersionReply | ErrorResponse | None:
    """Make a version of a metric the one in use. Return the parsed reply."""
    return (await asyncio_detailed(metric_id, version_name, client=client)).parsed
