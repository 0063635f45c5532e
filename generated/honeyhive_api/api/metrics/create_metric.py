# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createMetric",
    namespace="metrics",
    name="create",
    method="POST",
    path="/v1/metrics",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("name", "name", "body", ("string",), required=True),
        Field("criteria", "criteria", "body", ("string",), required=True),
        Field("enabled_in_prod", "enabled_in_prod", "body", ("boolean",)),
        Field("sampling_percentage", "sampling_percentage", "body", ("number",)),
        Field("model_provider", "model_provider", "body", ("string",), nullable=True),
        Field("model_name", "model_name", "body", ("string",), nullable=True),
        Field("scale", "scale", "body", ("integer",), nullable=True),
        Field("needs_ground_truth", "needs_ground_truth", "body", ("boolean",), deprecated=True),
        Field(
            "child_metrics", "child_metrics", "body", ("array",), nullable=True, shape="ChildMetric", deprecated=True
        ),
        Field("type", "type", "body", ("string",), required=True, choices=("PYTHON", "LLM", "HUMAN", "COMPOSITE")),
        Field("description", "description", "body", ("string",)),
        Field("return_type", "return_type", "body", ("string",), choices=("float", "boolean", "string", "categorical")),
        Field("threshold", "threshold", "body", ("object",), nullable=True, shape="MetricThreshold"),
        Field("categories", "categories", "body", ("array",), nullable=True, shape="MetricCategory"),
        Field("filters", "filters", "body", ("object",), shape="FilterSet"),
    ),
    body="flat",
    identifies="metric_id",
    error="ErrorResponse",
)


def build_request(*, body: inputs.MetricDefinition) -> Request[models.MetricCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.MetricCreated:
    """Return the reply: The id of the created metric."""
    return read_model(models.MetricCreated, data, OPERATION)


def sync_detailed(
    *, client: Client, body: inputs.MetricDefinition
) -> Response[models.MetricCreated | models.ErrorResponse]:
    """Create a metric. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: inputs.MetricDefinition) -> models.MetricCreated | models.ErrorResponse | None:
    """Create a metric. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


async def asyncio_detailed(
    *, client: Client, body: inputs.MetricDefinition
) -> Response[models.MetricCreated | models.ErrorResponse]:
    """Create a metric. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(
    *, client: Client, body: inputs.MetricDefinition
) -> models.MetricCreated | models.ErrorResponse | None:
    """Create a metric. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
