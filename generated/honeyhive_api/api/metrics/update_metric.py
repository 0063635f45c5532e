# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/metrics/{metric_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateMetric",
    namespace="metrics",
    name="update",
    method="PUT",
    path="/v1/metrics/{metric_id}",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("metric_id", "metric_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",)),
        Field("criteria", "criteria", "body", ("string",)),
        Field("enabled_in_prod", "enabled_in_prod", "body", ("boolean",)),
        Field("sampling_percentage", "sampling_percentage", "body", ("number",)),
        Field("model_provider", "model_provider", "body", ("string",), nullable=True),
        Field("model_name", "model_name", "body", ("string",), nullable=True),
        Field("scale", "scale", "body", ("integer",), nullable=True),
        Field("needs_ground_truth", "needs_ground_truth", "body", ("boolean",), deprecated=True),
        Field(
            "child_metrics", "child_metrics", "body", ("array",), nullable=True, shape="ChildMetric", deprecated=True
        ),
        Field("type", "type", "body", ("string",), choices=("PYTHON", "LLM", "HUMAN", "COMPOSITE")),
        Field("description", "description", "body", ("string",), nullable=True),
        Field("return_type", "return_type", "body", ("string",), choices=("float", "boolean", "string", "categorical")),
        Field("threshold", "threshold", "body", ("object",), shape="MetricThreshold"),
        Field("categories", "categories", "body", ("array",), shape="MetricCategory"),
        Field("filters", "filters", "body", ("object",), shape="FilterSet"),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(
    metric_id: str, *, body: inputs.UpdateMetricRequest
) -> Request[models.MetricUpdated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"metric_id": metric_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.MetricUpdated:
    """Return the reply: Confirmation that the metric was updated."""
    return read_model(models.MetricUpdated, data, OPERATION)


def sync_detailed(
    metric_id: str, *, client: Client, body: inputs.UpdateMetricRequest
) -> Response[models.MetricUpdated | models.ErrorResponse]:
    """Update a metric. Return the response."""
    return client.send(build_request(metric_id, body=body))


def sync(
    metric_id: str, *, client: Client, body: inputs.UpdateMetricRequest
) -> models.MetricUpdated | models.ErrorResponse | None:
    """Update a metric. Return the parsed reply."""
    return client.send(build_request(metric_id, body=body)).parsed


async def asyncio_detailed(
    metric_id: str, *, client: Client, body: inputs.UpdateMetricRequest
) -> Response[models.MetricUpdated | models.ErrorResponse]:
    """Update a metric. Return the response."""
    return await client.send_async(build_request(metric_id, body=body))


async def asyncio(
    metric_id: str, *, client: Client, body: inputs.UpdateMetricRequest
) -> models.MetricUpdated | models.ErrorResponse | None:
    """Update a metric. Return the parsed reply."""
    return (await client.send_async(build_request(metric_id, body=body))).parsed
