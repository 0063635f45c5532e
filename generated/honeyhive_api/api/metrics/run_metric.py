# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics/run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.metrics import RunMetricRequest
    from ...models.error_response import ErrorResponse
    from ...models.metric_result import MetricResult
    from ...types import Response

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


def build_request(*, body: RunMetricRequest) -> Request[MetricResult, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> MetricResult:
    """Return the reply. What the metric says."""
    from ...model import read_model
    from ...models.metric_result import MetricResult

    return read_model(MetricResult, data)


def sync_detailed(*, client: Client, body: RunMetricRequest) -> Response[MetricResult | ErrorResponse]:
    """Try a metric on an event. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: RunMetricRequest) -> MetricResult | ErrorResponse | None:
    """Try a metric on an event. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(*, client: Client, body: RunMetricRequest) -> Response[MetricResult | ErrorResponse]:
    """Try a metric on an event. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: RunMetricRequest) -> MetricResult | ErrorResponse | None:
    """Try a metric on an event. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
