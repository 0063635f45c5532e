# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import Field, Operation, Request

if TYPE_CHECKING:
    from ...client import Client
    from ...inputs.datasets import UpdateDatasetLegacyRequest
    from ...models.dataset_changed import DatasetChanged
    from ...models.error_response import ErrorResponse
    from ...types import Response

OPERATION = Operation(
    id="updateDatasetLegacy",
    namespace="datasets",
    name="update_legacy",
    method="PUT",
    path="/v1/datasets",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("PUT /v1/datasets/{dataset_id}",),
    fields=(
        Field("name", "name", "body", ("string",)),
        Field("description", "description", "body", ("string",)),
        Field("datapoints", "datapoints", "body", ("array",)),
        Field("dataset_id", "dataset_id", "body", ("string",), required=True),
    ),
    body="flat",
    repeatable=True,
    error="ErrorResponse",
)


def build_request(*, body: UpdateDatasetLegacyRequest) -> Request[DatasetChanged, ErrorResponse]:
    """Return the request, neither checked nor sent."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> DatasetChanged:
    """Return the reply. The dataset as it is now."""
    from ...model import read_model
    from ...models.dataset_changed import DatasetChanged

    return read_model(DatasetChanged, data)


def sync_detailed(*, client: Client, body: UpdateDatasetLegacyRequest) -> Response[DatasetChanged | ErrorResponse]:
    """Change a dataset whose id is in the body. Return the response."""
    return client.send(build_request(body=body))


def sync(*, client: Client, body: UpdateDatasetLegacyRequest) -> DatasetChanged | ErrorResponse | None:
    """Change a dataset whose id is in the body. Return the parsed reply."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: Client, body: UpdateDatasetLegacyRequest
) -> Response[DatasetChanged | ErrorResponse]:
    """Change a dataset whose id is in the body. Return the response."""
    return await client.send_async(build_request(body=body))


async def asyncio(*, client: Client, body: UpdateDatasetLegacyRequest) -> DatasetChanged | ErrorResponse | None:
    """Change a dataset whose id is in the body. Return the parsed reply."""
    return (await asyncio_detailed(client=client, body=body)).parsed
