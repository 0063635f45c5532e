# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/queues/{queue_id}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.filter_set import FilterSet
    from ...models.queue_changed import QueueChanged

OPERATION = OPERATIONS["updateQueue"]


def build_request(
    queue_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
    filters: FilterSet | Mapping[str, Any] | None = None,
    enabled: bool | None = None,
    add_event_ids: Sequence[str] | None = None,
    remove_event_ids: Sequence[str] | None = None,
) -> Request:
    """Change an annotation queue.

    Only the keys that are sent change. The body repeats the id of the path.

    Args:
        queue_id: The id of the queue.
        name: The name of the queue.
        description: What it is for.
        filters: The conditions on the events that something is for.
        enabled: Whether events enter it.
        add_event_ids: The ids of events to add.
        remove_event_ids: The ids of events to take out.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/queues/{queue_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "queue_id": queue_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["id"] = queue_id

    if name is not None:
        body_["name"] = name

    if description is not None:
        body_["description"] = description

    if filters is not None:
        body_["filters"] = filters

    if enabled is not None:
        body_["enabled"] = enabled

    if add_event_ids is not None:
        body_["add_event_ids"] = add_event_ids

    if remove_event_ids is not None:
        body_["remove_event_ids"] = remove_event_ids

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> QueueChanged:
    """What was answered: The queue is changed.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.queue_changed import QueueChanged

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return QueueChanged.from_dict(data or {})
