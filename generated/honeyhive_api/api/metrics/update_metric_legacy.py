# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateMetricLegacy",
    namespace="metrics",
    name="update_legacy",
    method="PUT",
    path="/v1/metrics",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("PUT /v1/metrics/{metric_id}",),
    fields=(
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
        Field("id", "id", "body", ("string",), required=True),
        Field("type", "type", "body", ("string",), choices=("PYTHON", "LLM", "HUMAN", "COMPOSITE")),
        Field("description", "description", "body", ("string",), nullable=True),
        Field("return_type", "return_type", "body", ("string",), choices=("float", "boolean", "string", "categorical")),
        Field("threshold", "threshold", "body", ("object",), nullable=True, shape="MetricThreshold"),
        Field("categories", "categories", "body", ("array",), nullable=True, shape="MetricCategory"),
        Field("filters", "filters", "body", ("object",), shape="FilterSet"),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, body: inputs.UpdateMetricLegacyRequest) -> Request[models.MetricUpdated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.MetricUpdated:
    """Return the reply: Confirmation that the metric was updated."""
    return read_model(models.MetricUpdated, data, OPERATION)


@deprecated("metrics.update_legacy() is deprecated: use metrics.update()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.UpdateMetricLegacyRequest
) -> Response[models.MetricUpdated | models.ErrorResponse]:
    """Update a metric whose id is in the body. Return the response."""
    return client.send(build_request(body=body))


@deprecated("metrics.update_legacy() is deprecated: use metrics.update()", category=None)
def sync(
    *, client: Client, body: inputs.UpdateMetricLegacyRequest
) -> models.MetricUpdated | models.ErrorResponse | None:
    """Update a metric whose id is in the body. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("metrics.update_legacy() is deprecated: use metrics.update()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.UpdateMetricLegacyRequest
) -> Response[models.MetricUpdated | models.ErrorResponse]:
    """Update a metric whose id is in the body. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("metrics.update_legacy() is deprecated: use metrics.update()", category=None)
async def asyncio(
    *, client: Client, body: inputs.UpdateMetricLegacyRequest
) -> models.MetricUpdated | models.ErrorResponse | None:
    """Update a metric whose id is in the body. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
