# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteMetricLegacy",
    namespace="metrics",
    name="delete_legacy",
    method="DELETE",
    path="/v1/metrics",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/metrics/{metric_id}",),
    fields=(Field("metric_id", "metric_id", "query", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, metric_id: str) -> Request[models.Deleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {"metric_id": metric_id}, UNSET, read_reply)


def read_reply(data: Any) -> models.Deleted:
    """Return the reply: Confirmation of the deletion."""
    return read_model(models.Deleted, data, OPERATION)


@deprecated("metrics.delete_legacy() is deprecated: use metrics.delete()", category=None)
def sync_detailed(*, client: Client, metric_id: str) -> Response[models.Deleted | models.ErrorResponse]:
    """Delete a metric whose id is in the query. Return the response."""
    return client.send(build_request(metric_id=metric_id))


@deprecated("metrics.delete_legacy() is deprecated: use metrics.delete()", category=None)
def sync(*, client: Client, metric_id: str) -> models.Deleted | models.ErrorResponse | None:
    """Delete a metric whose id is in the query. Return the parsed reply."""
    return client.send(build_request(metric_id=metric_id)).parsed


@deprecated("metrics.delete_legacy() is deprecated: use metrics.delete()", category=None)
async def asyncio_detailed(*, client: Client, metric_id: str) -> Response[models.Deleted | models.ErrorResponse]:
    """Delete a metric whose id is in the query. Return the response."""
    return await client.send_async(build_request(metric_id=metric_id))


@deprecated("metrics.delete_legacy() is deprecated: use metrics.delete()", category=None)
async def asyncio(*, client: Client, metric_id: str) -> models.Deleted | models.ErrorResponse | None:
    """Delete a metric whose id is in the query. Return the parsed reply."""
    return (await client.send_async(build_request(metric_id=metric_id))).parsed
