# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datapoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.datapoints import DatapointRequest
    from ...models.datapoint import Datapoint
    from ...models.datapoint_created import DatapointCreated
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="createDatapoint",
    namespace="datapoints",
    name="create",
    method="POST",
    path="/v1/datapoints",
    host="v1",
    security=("projectKey",),
    fields=(
        Field("inputs", "inputs", "body", ("object",)),
        Field("history", "history", "body", ("array",)),
        Field("ground_truth", "ground_truth", "body", ("object",)),
        Field("metadata", "metadata", "body", ("object",)),
        Field("linked_event", "linked_event", "body", ("string",)),
        Field("linked_datasets", "linked_datasets", "body", ("array",)),
    ),
    body="flat",
    error="ErrorResponse",
)


def build_request(*, body: DatapointRequest | Datapoint) -> Request[DatapointCreated, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> DatapointCreated:
    """Return the reply. The datapoint is created."""
    from ...model import read_model
    from ...models.datapoint_created import DatapointCreated

    return read_model(DatapointCreated, data)


def sync_detailed(*, client: Client, body: DatapointRequest | Datapoint) -> Response[DatapointCreated | ErrorResponse]:
    """Create a datapoint. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: DatapointRequest | Datapoint) -> DatapointCreated | ErrorResponse | None:
    """Create a datapoint. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: Client, body: DatapointRequest | Datapoint
) -> Response[DatapointCreated | ErrorResponse]:
    """Create a datapoint. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: DatapointRequest | Datapoint) -> DatapointCreated | ErrorResponse | None:
    """Create a datapoint. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
