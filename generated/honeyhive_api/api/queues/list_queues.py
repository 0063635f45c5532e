# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/queues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.queue_list import QueueList

OPERATION = OPERATIONS["listQueues"]


def build_request(
    *,
    enabled: bool | None = None,
) -> Request:
    """List the annotation queues of the project.

    The answer is not paged.

    Args:
        enabled: Only queues that are switched on, or only those that are off.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/queues`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if enabled is not None:
        query_["enabled"] = enabled

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> QueueList:
    """What was answered: The queues found.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.queue_list import QueueList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return QueueList.from_dict(data or {})
