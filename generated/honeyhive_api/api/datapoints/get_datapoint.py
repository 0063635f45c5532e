# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...models.datapoint_found import DatapointFound
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="getDatapoint",
    namespace="datapoints",
    name="get",
    method="GET",
    path="/v1/datapoints/{datapoint_id}",
    host="v1",
    security=("projectKey",),
    fields=(Field("datapoint_id", "datapoint_id", "path", ("string",), required=True),),
    repeatable=True,
    error="ErrorResponse",
)


def build_request(datapoint_id: str) -> Request[DatapointFound, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {"datapoint_id": datapoint_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> DatapointFound:
    """Return the reply. The datapoint."""
    from ...model import read_model
    from ...models.datapoint_found import DatapointFound

    return read_model(DatapointFound, data)


def sync_detailed(datapoint_id: str, *, client: Client) -> Response[DatapointFound | ErrorResponse]:
    """Read one datapoint. Return the response."""
    return client.send(build_request(datapoint_id))


def sync(datapoint_id: str, *, client: Client) -> DatapointFound | ErrorResponse | None:
    """Read one datapoint. Return the parsed reply."""
    return sync_detailed(datapoint_id, client=client).parsed


async def asyncio_detailed(datapoint_id: str, *, client: Client) -> Response[DatapointFound | ErrorResponse]:
    """Read one datapoint. Return the response."""
    return await client.send_async(build_request(datapoint_id))


async def asyncio(datapoint_id: str, *, client: Client) -> DatapointFound | ErrorResponse | None:
    """Read one datapoint. Return the parsed reply."""
    return (await asyncio_detailed(datapoint_id, client=client)).parsed
