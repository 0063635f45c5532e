# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/projects/{project_id}/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateProjectDatapoint",
    namespace="datapoints",
    name="update",
    method="PUT",
    path="/v1/projects/{project_id}/datapoints/{datapoint_id}",
    host="v1",
    security=("dataPlaneKey",),
    fields=(
        Field("project_id", "project_id", "path", ("string",), required=True),
        Field("datapoint_id", "datapoint_id", "path", ("string",), required=True),
        Field("inputs", "inputs", "body", ("object",)),
        Field("history", "history", "body", ("array",)),
        Field("ground_truth", "ground_truth", "body", ("object",)),
        Field("metadata", "metadata", "body", ("object",)),
        Field("linked_event", "linked_event", "body", ("string",)),
        Field("linked_datasets", "linked_datasets", "body", ("array",)),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    project_id: str, datapoint_id: str, *, body: inputs.DatapointRequest | models.Datapoint
) -> Request[models.DatapointUpdated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"project_id": project_id, "datapoint_id": datapoint_id}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatapointUpdated:
    """Return the reply: Confirmation that the datapoint was updated."""
    return read_model(models.DatapointUpdated, data, OPERATION)


def sync_detailed(
    project_id: str, datapoint_id: str, *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> Response[models.DatapointUpdated | models.ErrorResponse]:
    """Update a datapoint. Return the response."""
    return client.send(build_request(project_id, datapoint_id, body=body))


def sync(
    project_id: str, datapoint_id: str, *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> models.DatapointUpdated | models.ErrorResponse | None:
    """Update a datapoint. Return the parsed reply."""
    return client.send(build_request(project_id, datapoint_id, body=body)).parsed


async def asyncio_detailed(
    project_id: str, datapoint_id: str, *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> Response[models.DatapointUpdated | models.ErrorResponse]:
    """Update a datapoint. Return the response."""
    return await client.send_async(build_request(project_id, datapoint_id, body=body))


async def asyncio(
    project_id: str, datapoint_id: str, *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> models.DatapointUpdated | models.ErrorResponse | None:
    """Update a datapoint. Return the parsed reply."""
    return (await client.send_async(build_request(project_id, datapoint_id, body=body))).parsed
