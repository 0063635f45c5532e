# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/run_metric."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="runMetricLegacy",
    namespace="metrics",
    name="run_legacy",
    method="POST",
    path="/v1/metrics/run_metric",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/metrics/run",),
    fields=(
        Field("metric", "metric", "body", ("object",), required=True, shape="RunnableMetric"),
        Field("event", "event", "body", ("object",), required=True, shape="JudgedEvent"),
    ),
    body="flat",
    error="ErrorResponse",
)


def build_request(*, body: inputs.RunMetricRequest) -> Request[models.MetricResult, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.MetricResult:
    """Return the reply: The result of the metric."""
    return read_model(models.MetricResult, data, OPERATION)


@deprecated("metrics.run_legacy() is deprecated: use metrics.run()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.RunMetricRequest
) -> Response[models.MetricResult | models.ErrorResponse]:
    """Run a metric on one event, through the older path. Return the response."""
    return client.send(build_request(body=body))


@deprecated("metrics.run_legacy() is deprecated: use metrics.run()", category=None)
def sync(*, client: Client, body: inputs.RunMetricRequest) -> models.MetricResult | models.ErrorResponse | None:
    """Run a metric on one event, through the older path. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("metrics.run_legacy() is deprecated: use metrics.run()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.RunMetricRequest
) -> Response[models.MetricResult | models.ErrorResponse]:
    """Run a metric on one event, through the older path. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("metrics.run_legacy() is deprecated: use metrics.run()", category=None)
async def asyncio(
    *, client: Client, body: inputs.RunMetricRequest
) -> models.MetricResult | models.ErrorResponse | None:
    """Run a metric on one event, through the older path. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
