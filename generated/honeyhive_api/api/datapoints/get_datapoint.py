# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/datapoints/{datapoint_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.datapoint_found import DatapointFound

OPERATION = OPERATIONS["getDatapoint"]


def build_request(
    datapoint_id: str,
) -> Request:
    """Read one datapoint.

    The datapoint is the one item of a list under `datapoint`.

    Args:
        datapoint_id: The id of the datapoint.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/datapoints/{datapoint_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "datapoint_id": datapoint_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> DatapointFound:
    """What was answered: The datapoint.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.datapoint_found import DatapointFound

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DatapointFound.from_dict(data or {})
