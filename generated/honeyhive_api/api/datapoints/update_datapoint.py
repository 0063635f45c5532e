# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.datapoints import DatapointRequest
    from ...models.datapoint import Datapoint
    from ...models.datapoint_updated import DatapointUpdated
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="updateDatapoint",
    namespace="datapoints",
    name="update",
    method="PUT",
    path="/v1/datapoints/{datapoint_id}",
    host="v1",
    security=("projectKey",),
    fields=(
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
)


def build_request(datapoint_id: str, *, body: DatapointRequest | Datapoint) -> Request[DatapointUpdated, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"datapoint_id": datapoint_id}, {}, body, read_reply)


def read_reply(data: Any) -> DatapointUpdated:
    """Return the reply. The datapoint is changed."""
    from ...model import read_model
    from ...models.datapoint_updated import DatapointUpdated

    return read_model(DatapointUpdated, data)


def sync_detailed(
    datapoint_id: str, *, client: Client, body: DatapointRequest | Datapoint
) -> Response[DatapointUpdated | ErrorResponse]:
    """Change a datapoint. Return the response."""
    return client.send(build_request(datapoint_id, body=body))


def sync(
    datapoint_id: str, *, client: Client, body: DatapointRequest | Datapoint
) -> DatapointUpdated | ErrorResponse | None:
    """Change a datapoint. Return the parsed reply."""
    return sync_detailed(datapoint_id, client=client, body=body).parsed


async def asyncio_detailed(
    datapoint_id: str, *, client: Client, body: DatapointRequest | Datapoint
) -> Response[DatapointUpdated | ErrorResponse]:
    """Change a datapoint. Return the response."""
    return await client.send_async(build_request(datapoint_id, body=body))


async def asyncio(
    datapoint_id: str, *, client: Client, body: DatapointRequest | Datapoint
) -> DatapointUpdated | ErrorResponse | None:
    """Change a datapoint. Return the parsed reply."""
    return (await asyncio_detailed(datapoint_id, client=client, body=body)).parsed
