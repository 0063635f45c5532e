# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="runMetric",
    namespace="metrics",
    name="run",
    method="POST",
    path="/v1/metrics/run",
    host="v1",
    security=("projectKey",),
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


def sync_detailed(
    *, client: Client, body: inputs.RunMetricRequest
) -> Response[models.MetricResult | models.ErrorResponse]:
    """Run a metric on one event. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: inputs.RunMetricRequest) -> models.MetricResult | models.ErrorResponse | None:
    """Run a metric on one event. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


async def asyncio_detailed(
    *, client: Client, body: inputs.RunMetricRequest
) -> Response[models.MetricResult | models.ErrorResponse]:
    """Run a metric on one event. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: inputs.RunMetricRequest
) -> models.MetricResult | models.ErrorResponse | None:
    """Run a metric on one event. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
