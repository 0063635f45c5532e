# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``queues``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.filter_set import FilterSet
    from ..models.queue import Queue
    from ..models.queue_changed import QueueChanged
    from ..models.queue_deleted import QueueDeleted
    from ..models.queue_list import QueueList
    from . import AsyncCall, Call


class Queues:
    """An annotation queue collects events for people to judge."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        enabled: bool | None = None,
        timeout: float | None = None,
    ) -> QueueList:
        """List the annotation queues of the project.

        The answer is not paged.

        Args:
            enabled: Only queues that are switched on, or only those that are off.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queues found.

        Source: ``GET /v1/queues`` on the host ``v1``.
        """
        from ..api.queues import list_queues as operation_

        request = operation_.build_request(
            enabled=enabled,
        )
        return self._call(request, operation_.read_reply, None, timeout)

    def create(
        self,
        *,
        name: str,
        description: str | None = None,
        filters: FilterSet | Mapping[str, Any] | None = None,
        enabled: bool | None = None,
        event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> QueueChanged:
        """Create an annotation queue.

        Events that meet the filters enter it, and those named in `event_ids`.

        Args:
            name: The name of the queue.
            description: What it is for.
            filters: The conditions on the events that something is for.
            enabled: Whether events enter it. They do when it is left out.
            event_ids: The ids of events to begin with.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is created.

        Source: ``POST /v1/queues`` on the host ``v1``.
        """
        from ..api.queues import create_queue as operation_

        request = operation_.build_request(
            name=name,
            description=description,
            filters=filters,
            enabled=enabled,
            event_ids=event_ids,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def get(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> Queue:
        """Read one annotation queue.

        The queue comes unwrapped.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue.

        Source: ``GET /v1/queues/{queue_id}`` on the host ``v1``.
        """
        from ..api.queues import get_queue as operation_

        request = operation_.build_request(
            queue_id=queue_id,
        )
        return self._call(request, operation_.read_reply, None, timeout)

    def update(
        self,
        queue_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        filters: FilterSet | Mapping[str, Any] | None = None,
        enabled: bool | None = None,
        add_event_ids: Sequence[str] | None = None,
        remove_event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> QueueChanged:
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
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is changed.

        Source: ``PUT /v1/queues/{queue_id}`` on the host ``v1``.
        """
        from ..api.queues import update_queue as operation_

        request = operation_.build_request(
            queue_id=queue_id,
            name=name,
            description=description,
            filters=filters,
            enabled=enabled,
            add_event_ids=add_event_ids,
            remove_event_ids=remove_event_ids,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def delete(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> QueueDeleted:
        """Delete an annotation queue.

        It is put away, not erased.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is deleted.

        Source: ``DELETE /v1/queues/{queue_id}`` on the host ``v1``.
        """
        from ..api.queues import delete_queue as operation_

        request = operation_.build_request(
            queue_id=queue_id,
        )
        return self._call(request, operation_.read_reply, None, timeout)


class AsyncQueues:
    """An annotation queue collects events for people to judge."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    def list(
        self,
        *,
        enabled: bool | None = None,
        timeout: float | None = None,
    ) -> Awaitable[QueueList]:
        """List the annotation queues of the project.

        The answer is not paged.

        Args:
            enabled: Only queues that are switched on, or only those that are off.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queues found.

        Source: ``GET /v1/queues`` on the host ``v1``.
        """
        from ..api.queues import list_queues as operation_

        request = operation_.build_request(
            enabled=enabled,
        )
        return self._call(request, operation_.read_reply, None, timeout)

    def create(
        self,
        *,
        name: str,
        description: str | None = None,
        filters: FilterSet | Mapping[str, Any] | None = None,
        enabled: bool | None = None,
        event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Awaitable[QueueChanged]:
        """Create an annotation queue.

        Events that meet the filters enter it, and those named in `event_ids`.

        Args:
            name: The name of the queue.
            description: What it is for.
            filters: The conditions on the events that something is for.
            enabled: Whether events enter it. They do when it is left out.
            event_ids: The ids of events to begin with.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is created.

        Source: ``POST /v1/queues`` on the host ``v1``.
        """
        from ..api.queues import create_queue as operation_

        request = operation_.build_request(
            name=name,
            description=description,
            filters=filters,
            enabled=enabled,
            event_ids=event_ids,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def get(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> Awaitable[Queue]:
        """Read one annotation queue.

        The queue comes unwrapped.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue.

        Source: ``GET /v1/queues/{queue_id}`` on the host ``v1``.
        """
        from ..api.queues import get_queue as operation_

        request = operation_.build_request(
            queue_id=queue_id,
        )
        return self._call(request, operation_.read_reply, None, timeout)

    def update(
        self,
        queue_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        filters: FilterSet | Mapping[str, Any] | None = None,
        enabled: bool | None = None,
        add_event_ids: Sequence[str] | None = None,
        remove_event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Awaitable[QueueChanged]:
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
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is changed.

        Source: ``PUT /v1/queues/{queue_id}`` on the host ``v1``.
        """
        from ..api.queues import update_queue as operation_

        request = operation_.build_request(
            queue_id=queue_id,
            name=name,
            description=description,
            filters=filters,
            enabled=enabled,
            add_event_ids=add_event_ids,
            remove_event_ids=remove_event_ids,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def delete(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> Awaitable[QueueDeleted]:
        """Delete an annotation queue.

        It is put away, not erased.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is deleted.

        Source: ``DELETE /v1/queues/{queue_id}`` on the host ``v1``.
        """
        from ..api.queues import delete_queue as operation_

        request = operation_.build_request(
            queue_id=queue_id,
        )
        return self._call(request, operation_.read_reply, None, timeout)
