# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/alerts/{alert_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="getAlert",
    namespace="alerts",
    name="get",
    method="GET",
    path="/v1/projects/{project_id}/alerts/{alert_id}",
    host="control_plane",
    security=("controlPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("alert_id", "alert_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    identifies="data.id",
    error="ErrorResponse",
)


def build_request(project_id: str, alert_id: str) -> Request[models.AlertReply, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "alert_id": alert_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.AlertReply:
    """Return the reply: The alert."""
    return read_model(models.AlertReply, data, OPERATION)


def sync_detailed(
    project_id: str, alert_id: str, *, client: Client
) -> Response[models.AlertReply | models.ErrorResponse]:
    """Return one alert. Return the response."""
    return client.send(build_request(project_id, alert_id))


def sync(project_id: str, alert_id: str, *, client: Client) -> models.AlertReply | models.ErrorResponse | None:
    """Return one alert. Return the parsed reply."""
    return client.send(build_request(project_id, alert_id)).parsed


async def asyncio_detailed(
    project_id: str, alert_id: str, *, client: Client
) -> Response[models.AlertReply | models.ErrorResponse]:
    """Return one alert. Return the response."""
    return await client.send_async(build_request(project_id, alert_id))


async def asyncio(project_id: str, alert_id: str, *, client: Client) -> models.AlertReply | models.ErrorResponse | None:
    """Return one alert. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, alert_id))).parsed
