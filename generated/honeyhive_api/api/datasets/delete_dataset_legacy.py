# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.dataset_deleted import DatasetDeleted

OPERATION = OPERATIONS["deleteDatasetLegacy"]


def build_request(
    *,
    dataset_id: str,
) -> Request:
    """Delete a dataset whose id is in the query.

    Does what `DELETE /v1/datasets/{dataset_id}` does.

    Deprecated: use DELETE /v1/datasets/{dataset_id}.

    Args:
        dataset_id: The id of the dataset.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/datasets`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    query_["dataset_id"] = dataset_id

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> DatasetDeleted:
    """What was answered: The dataset is deleted.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.dataset_deleted import DatasetDeleted

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatasetDeleted.from_dict(data or {})
