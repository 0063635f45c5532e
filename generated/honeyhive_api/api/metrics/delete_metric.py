# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/metrics/{metric_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="deleteMetric",
    namespace="metrics",
    name="delete",
    method="DELETE",
    path="/v1/metrics/{metric_id}",
    host="v1",
    security=("projectKey",),
    fields=(Field("metric_id", "metric_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(metric_id: str) -> Request[models.Deleted, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"metric_id": metric_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.Deleted:
    """Return the reply: Confirmation of the deletion."""
    return read_model(models.Deleted, data, OPERATION)


def sync_detailed(metric_id: str, *, client: Client) -> Response[models.Deleted | models.ErrorResponse]:
    """Delete a metric. Return the response."""
    return client.send(build_request(metric_id))


def sync(metric_id: str, *, client: Client) -> models.Deleted | models.ErrorResponse | None:
    """Delete a metric. Return the parsed reply."""
    return client.send(build_request(metric_id)).parsed


async def asyncio_detailed(metric_id: str, *, client: Client) -> Response[models.Deleted | models.ErrorResponse]:
    """Delete a metric. Return the response."""
    return await client.send_async(build_request(metric_id))


async def asyncio(metric_id: str, *, client: Client) -> models.Deleted | models.ErrorResponse | None:
    """Delete a metric. Return the parsed reply."""
    return (await client.send_async(build_request(metric_id))).parsed
