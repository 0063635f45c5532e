# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datasets/{dataset_id}/datapoints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.datapoint_mapping import DatapointMapping
    from ...models.datapoints_added import DatapointsAdded

OPERATION = OPERATIONS["addDatasetDatapoints"]


def build_request(
    dataset_id: str,
    *,
    data: Sequence[Mapping[str, Any]],
    mapping: DatapointMapping | Mapping[str, Any],
) -> Request:
    """Make datapoints of rows and add them to a dataset.

    `mapping` says which keys of a row become inputs, history and ground truth.

    Args:
        dataset_id: The id of the dataset.
        data: The rows, each an object.
        mapping: Which keys of the source become which part of a datapoint.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/datasets/{dataset_id}/datapoints`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "dataset_id": dataset_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["data"] = data

    body_["mapping"] = mapping

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> DatapointsAdded:
    """What was answered: The datapoints are added.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.datapoints_added import DatapointsAdded

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatapointsAdded.from_dict(data or {})
