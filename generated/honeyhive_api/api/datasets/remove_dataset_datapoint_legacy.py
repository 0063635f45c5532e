# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets/{dataset_id}/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.datapoint_removed import DatapointRemoved

OPERATION = OPERATIONS["removeDatasetDatapointLegacy"]


def build_request(
    dataset_id: str,
    datapoint_id: str,
) -> Request:
    """Take a datapoint out of a dataset by the older path.

    The datapoint itself stays.

    Deprecated: use DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}.

    Args:
        dataset_id: The id of the dataset.
        datapoint_id: The id of the datapoint.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/datasets/{dataset_id}/{datapoint_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "dataset_id": dataset_id,
        "datapoint_id": datapoint_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> DatapointRemoved:
    """What was answered: The datapoint is no longer in the dataset.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.datapoint_removed import DatapointRemoved

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatapointRemoved.from_dict(data or {})
