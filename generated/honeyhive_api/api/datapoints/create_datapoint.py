# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datapoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="createDatapoint",
    namespace="datapoints",
    name="create",
    method="POST",
    path="/v1/datapoints",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("POST /v1/projects/{project_id}/datapoints",),
    fields=(
        Field("inputs", "inputs", "body", ("object",)),
        Field("history", "history", "body", ("array",)),
        Field("ground_truth", "ground_truth", "body", ("object",)),
        Field("metadata", "metadata", "body", ("object",)),
        Field("linked_event", "linked_event", "body", ("string",)),
        Field("linked_datasets", "linked_datasets", "body", ("array",)),
    ),
    body="flat",
    identifies="result.insertedIds",
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(
    *, body: inputs.DatapointRequest | models.Datapoint
) -> Request[models.DatapointCreated, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatapointCreated:
    """Return the reply: The id of the created datapoint."""
    return read_model(models.DatapointCreated, data, OPERATION)


@deprecated("datapoints.create() without project_id= is deprecated", category=None)
def sync_detailed(
    *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> Response[models.DatapointCreated | models.ErrorResponse]:
    """Create a datapoint. Return the response."""
    return client.send(build_request(body=body))


@deprecated("datapoints.create() without project_id= is deprecated", category=None)
def sync(
    *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> models.DatapointCreated | models.ErrorResponse | None:
    """Create a datapoint. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("datapoints.create() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> Response[models.DatapointCreated | models.ErrorResponse]:
    """Create a datapoint. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("datapoints.create() without project_id= is deprecated", category=None)
async def asyncio(
    *, client: Client, body: inputs.DatapointRequest | models.Datapoint
) -> models.DatapointCreated | models.ErrorResponse | None:
    """Create a datapoint. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
