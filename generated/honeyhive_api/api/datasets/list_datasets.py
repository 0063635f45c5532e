# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.dataset_list import DatasetList

OPERATION = OPERATIONS["listDatasets"]


def build_request(
    *,
    dataset_id: str | None = None,
    name: str | None = None,
) -> Request:
    """List the datasets of the project.

    The answer is not paged. Either parameter narrows it down; there is no route for a single dataset.

    Args:
        dataset_id: The id of the dataset to find.
        name: The name of the dataset to find.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/datasets`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if dataset_id is not None:
        query_["dataset_id"] = dataset_id

    if name is not None:
        query_["name"] = name

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> DatasetList:
    """What was answered: The datasets found.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.dataset_list import DatasetList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatasetList.from_dict(data or {})
