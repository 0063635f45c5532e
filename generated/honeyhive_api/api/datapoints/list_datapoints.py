# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datapoints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.datapoint_list import DatapointList

OPERATION = OPERATIONS["listDatapoints"]


def build_request(
    *,
    datapoint_ids: Sequence[str] | None = None,
    dataset_name: str | None = None,
) -> Request:
    """List datapoints, by their ids or by their dataset.

    The answer is not paged.

    Args:
        datapoint_ids: The ids of the datapoints to find.
        dataset_name: The name of the dataset that holds them.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/datapoints`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if datapoint_ids is not None:
        query_["datapoint_ids[]"] = datapoint_ids

    if dataset_name is not None:
        query_["dataset_name"] = dataset_name

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> DatapointList:
    """What was answered: The datapoints found.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.datapoint_list import DatapointList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatapointList.from_dict(data or {})
