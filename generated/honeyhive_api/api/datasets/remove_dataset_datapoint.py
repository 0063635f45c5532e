# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...reading import read_model
from ...types import UNSET, Field, Operation, Request, Response, deprecated

if TYPE_CHECKING:
    from ...client import Client

OPERATION = Operation(
    id="removeDatasetDatapoint",
    namespace="datasets",
    name="remove_datapoint",
    method="DELETE",
    path="/v1/datasets/{dataset_id}/datapoints/{datapoint_id}",
    host="v1",
    security=("projectKey",),
    deprecated=True,
    replaced_by=("DELETE /v1/projects/{project_id}/datasets/{dataset_id}/datapoints/{datapoint_id}",),
    fields=(
        Field("dataset_id", "dataset_id", "path", ("string",), required=True),
        Field("datapoint_id", "datapoint_id", "path", ("string",), required=True),
    ),
    repeatable=True,
    error="ErrorResponse",
    scoped_by="project_id",
)


def build_request(dataset_id: str, datapoint_id: str) -> Request[models.DatapointRemoved, models.ErrorResponse]:
    """Return the request without checking or sending it."""
    return Request(OPERATION, {"dataset_id": dataset_id, "datapoint_id": datapoint_id}, {}, UNSET, read_reply)


def read_reply(data: Any) -> models.DatapointRemoved:
    """Return the reply: Confirmation that the datapoint was removed from the dataset."""
    return read_model(models.DatapointRemoved, data, OPERATION)


@deprecated("datasets.remove_datapoint() without project_id= is deprecated", category=None)
def sync_detailed(
    dataset_id: str, datapoint_id: str, *, client: Client
) -> Response[models.DatapointRemoved | models.ErrorResponse]:
    """Remove a datapoint from a dataset. Return the response."""
    return client.send(build_request(dataset_id, datapoint_id))


@deprecated("datasets.remove_datapoint() without project_id= is deprecated", category=None)
def sync(
    dataset_id: str, datapoint_id: str, *, client: Client
) -> models.DatapointRemoved | models.ErrorResponse | None:
    """Remove a datapoint from a dataset. Return the parsed reply."""
    return client.send(build_request(dataset_id, datapoint_id)).parsed


@deprecated("datasets.remove_datapoint() without project_id= is deprecated", category=None)
async def asyncio_detailed(
    dataset_id: str, datapoint_id: str, *, client: Client
) -> Response[models.DatapointRemoved | models.ErrorResponse]:
    """Remove a datapoint from a dataset. Return the response."""
    return await client.send_async(build_request(dataset_id, datapoint_id))


@deprecated("datasets.remove_datapoint() without project_id= is deprecated", category=None)
async def asyncio(
    dataset_id: str, datapoint_id: str, *, client: Client
) -> models.DatapointRemoved | models.ErrorResponse | None:
    """Remove a datapoint from a dataset. Return the parsed reply."""
    return (await client.send_async(build_request(dataset_id, datapoint_id))).parsed
