# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/queues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.filter_set import FilterSet
    from ...models.queue_changed import QueueChanged

OPERATION = OPERATIONS["createQueue"]


def build_request(
    *,
    name: str,
    description: str | None = None,
    filters: FilterSet | Mapping[str, Any] | None = None,
    enabled: bool | None = None,
    event_ids: Sequence[str] | None = None,
) -> Request:
    """Create an annotation queue.

    Events that meet the filters enter it, and those named in `event_ids`.

    Args:
        name: The name of the queue.
        description: What it is for.
        filters: The conditions on the events that something is for.
        enabled: Whether events enter it. They do when it is left out.
        event_ids: The ids of events to begin with.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/queues`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    if description is not None:
        body_["description"] = description

    if filters is not None:
        body_["filters"] = filters

    if enabled is not None:
        body_["enabled"] = enabled

    if event_ids is not None:
        body_["event_ids"] = event_ids

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> QueueChanged:
    """What was answered: The queue is created.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.queue_changed import QueueChanged

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return QueueChanged.from_dict(data or {})
