# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createAlert",
    namespace="alerts",
    name="create",
    method="POST",
    path="/v1/projects/{project_id}/alerts",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("name", "name", "body", ("string",), required=True),
        Field(
            "frequency",
            "frequency",
            "body",
            ("string",),
            required=True,
            choices=("HOURLY", "DAILY", "WEEKLY", "MONTHLY"),
        ),
        Field("thresholds", "thresholds", "body", ("object",), required=True, shape="AlertThresholds"),
        Field("filters", "filters", "body", ("array",), required=True, shape="Filter"),
        Field("projections", "projections", "body", ("array",), required=True),
        Field(
            "notification_details",
            "notification_details",
            "body",
            ("object",),
            required=True,
            shape="AlertNotificationDetails",
        ),
        Field("description", "description", "body", ("string",)),
        Field("minimum_sample_size", "minimum_sample_size", "body", ("integer",)),
        Field("alert_type", "alert_type", "body", ("string",), choices=("DRIFT", "AGGREGATE", "PER_EVENT")),
        Field(
            "aggregation",
            "aggregation",
            "body",
            ("string",),
            choices=("AVERAGE", "COUNT", "SUM", "MIN", "MAX", "P90", "P95", "P99", "MEDIAN"),
        ),
        Field("status", "status", "body", ("string",), choices=("ACTIVE", "TRIGGERED", "PAUSED", "RESOLVED")),
    ),
    body="flat",
    identifies="data.id",
    acknowledges="success",
    error="ErrorResponse",
)


def build_request(
    project_id: str, *, body: inputs.CreateAlertRequest
) -> Request[models.AlertReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.AlertReply:
    """Return the reply: The alert."""
    return read_model(models.AlertReply, data, OPERATION)


def sync_detailed(
    project_id: str, *, client: Client, body: inputs.CreateAlertRequest
) -> Response[models.AlertReply | models.ErrorResponse]:
    """Create an alert. Return the response."""
    return client.send(build_request(project_id, body=body))


def sync(
    project_id: str, *, client: Client, body: inputs.CreateAlertRequest
) -> models.AlertReply | models.ErrorResponse | None:
    """Create an alert. Return the parsed reply."""
    return client.send(build_request(project_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, *, client: Client, body: inputs.CreateAlertRequest
) -> Response[models.AlertReply | models.ErrorResponse]:
    """Create an alert. Return the response."""
    return await client.send_async(build_request(project_id, body=body))


async def asyncio(
    project_id: str, *, client: Client, body: inputs.CreateAlertRequest
) -> models.AlertReply | models.ErrorResponse | None:
    """Create an alert. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, body=body))).parsed
