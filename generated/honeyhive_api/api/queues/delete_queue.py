# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/queues/{queue_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.queue_deleted import QueueDeleted

OPERATION = OPERATIONS["deleteQueue"]


def build_request(
    queue_id: str,
) -> Request:
    """Delete an annotation queue.

    It is put away, not erased.

    Args:
        queue_id: The id of the queue.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/queues/{queue_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "queue_id": queue_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> QueueDeleted:
    """What was answered: The queue is deleted.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.queue_deleted import QueueDeleted

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return QueueDeleted.from_dict(data or {})
