# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/datasets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.dataset_created import DatasetCreated

OPERATION = OPERATIONS["createDataset"]


def build_request(
    *,
    name: str | None = None,
    description: str | None = None,
    datapoints: Sequence[str] | None = None,
) -> Request:
    """Create a dataset.

    No field is required.

    Args:
        name: The name of the dataset. Falls back to `Untitled Dataset`.
        description: What it is for.
        datapoints: The ids of the datapoints to put into it.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/datasets`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    if description is not None:
        body_["description"] = description

    if datapoints is not None:
        body_["datapoints"] = datapoints

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> DatasetCreated:
    """What was answered: The dataset is created.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.dataset_created import DatasetCreated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatasetCreated.from_dict(data or {})
