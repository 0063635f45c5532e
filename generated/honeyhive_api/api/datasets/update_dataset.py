# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/datasets/{dataset_id}."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.dataset_changed import DatasetChanged

OPERATION = OPERATIONS["updateDataset"]


def build_request(
    dataset_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
    datapoints: Sequence[str] | None = None,
) -> Request:
    """Change a dataset.

    Only the keys that are sent change; `datapoints` takes the place of the whole list.

    Args:
        dataset_id: The id of the dataset.
        name: The name of the dataset.
        description: What it is for.
        datapoints: The ids of all its datapoints.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/datasets/{dataset_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "dataset_id": dataset_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    if description is not None:
        body_["description"] = description

    if datapoints is not None:
        body_["datapoints"] = datapoints

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> DatasetChanged:
    """What was answered: The dataset as it is now.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.dataset_changed import DatasetChanged

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatasetChanged.from_dict(data or {})
