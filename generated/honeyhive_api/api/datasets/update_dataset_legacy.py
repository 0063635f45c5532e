# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import inputs, models
from ...reading import read_model
from ...types import Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="updateDatasetLegacy",
    namespace="datasets",
    name="update_legacy",
    method="PUT",
    path="/v1/datasets",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("PUT /v1/projects/{project_id}/datasets/{dataset_id}",),
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


def build_request(*, body: inputs.UpdateDatasetLegacyRequest) -> Request[models.DatasetChanged, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {}, {}, body, read_reply)


def read_reply(data: Any) -> models.DatasetChanged:
    """Return the reply: The updated dataset."""
    return read_model(models.DatasetChanged, data, OPERATION)


@deprecated("datasets.update_legacy() is deprecated: use datasets.update()", category=None)
def sync_detailed(
    *, client: Client, body: inputs.UpdateDatasetLegacyRequest
) -> Response[models.DatasetChanged | models.ErrorResponse]:
    """Update a dataset whose id is in the body. Return the response."""
    return client.send(build_request(body=body))


@deprecated("datasets.update_legacy() is deprecated: use datasets.update()", category=None)
def sync(
    *, client: Client, body: inputs.UpdateDatasetLegacyRequest
) -> models.DatasetChanged | models.ErrorResponse | None:
    """Update a dataset whose id is in the body. Return the parsed reply."""
    return client.send(build_request(body=body)).parsed


@deprecated("datasets.update_legacy() is deprecated: use datasets.update()", category=None)
async def asyncio_detailed(
    *, client: Client, body: inputs.UpdateDatasetLegacyRequest
) -> Response[models.DatasetChanged | models.ErrorResponse]:
    """Update a dataset whose id is in the body. Return the response."""
    return await client.send_async(build_request(body=body))


@deprecated("datasets.update_legacy() is deprecated: use datasets.update()", category=None)
async def asyncio(
    *, client: Client, body: inputs.UpdateDatasetLegacyRequest
) -> models.DatasetChanged | models.ErrorResponse | None:
    """Update a dataset whose id is in the body. Return the parsed reply."""
    return (await client.send_async(build_request(body=body))).parsed
