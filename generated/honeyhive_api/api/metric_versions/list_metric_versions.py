# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/metrics/{metric_id}/versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="listMetricVersions",
    namespace="metric_versions",
    name="list",
    method="GET",
    path="/v1/metrics/{metric_id}/versions",
    host="v1",
    security=("projectKey",),
    fields=(Field("metric_id", "metric_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(metric_id: str) -> Request[models.MetricVersionList, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"metric_id": metric_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.MetricVersionList:
    """Return the reply: The versions."""
    return read_model(models.MetricVersionList, data, OPERATION)


def sync_detailed(metric_id: str, *, client: Client) -> Response[models.MetricVersionList | models.ErrorResponse]:
    """List the versions of a metric, oldest first. Return the response."""
    return client.send(build_request(metric_id))


def sync(metric_id: str, *, client: Client) -> models.MetricVersionList | models.ErrorResponse | None:
    """List the versions of a metric, oldest first. Return the parsed reply."""
    return client.send(build_request(metric_id)).parsed


async def asyncio_detailed(
    metric_id: str, *, client: Client
) -> Response[models.MetricVersionList | models.ErrorResponse]:
    """List the versions of a metric, oldest first. Return the response."""
    return await client.send_async(build_request(metric_id))


async def asyncio(metric_id: str, *, client: Client) -> models.MetricVersionList | models.ErrorResponse | None:
    """List the versions of a metric, oldest first. Return the parsed reply."""
    return (await client.send_async(build_request(metric_id))).parsed
