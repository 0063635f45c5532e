# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/{metric_id}/versions/{version_name}/deploy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

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
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(metric_id: str, version_name: str) -> Request[models.MetricVersionReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"metric_id": metric_id, "version_name": version_name}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.MetricVersionReply:
    """Return the reply: The version."""
    return read_model(models.MetricVersionReply, data, OPERATION)


def sync_detailed(
    metric_id: str, version_name: str, *, client: Client
) -> Response[models.MetricVersionReply | models.ErrorResponse]:
    """Deploy a version of a metric. Return the response."""
    return client.send(build_request(metric_id, version_name))


def sync(
    metric_id: str, version_name: str, *, client: Client
) -> models.MetricVersionReply | models.ErrorResponse | None:
    """Deploy a version of a metric. Return the parsed reply."""
    return client.send(build_request(metric_id, version_name)).parsed


async def asyncio_detailed(
    metric_id: str, version_name: str, *, client: Client
) -> Response[models.MetricVersionReply | models.ErrorResponse]:
    """Deploy a version of a metric. Return the response."""
    return await client.send_async(build_request(metric_id, version_name))


async def asyncio(
    metric_id: str, version_name: str, *, client: Client
) -> models.MetricVersionReply | models.ErrorResponse | None:
    """Deploy a version of a metric. Return the parsed reply."""
    return (await client.send_async(build_request(metric_id, version_name))).parsed
