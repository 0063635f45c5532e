# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``queues``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import inputs, models
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
    ) -> models.QueueList:
        """List the annotation queues of the project.

        The answer is not paged.

        Args:
            enabled: Only queues that are switched on, or only those that are off.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queues found.

        Source: ``GET /v1/queues`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import list_queues as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create(
        self,
        *,
        name: str,
        description: str | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        enabled: bool | None = None,
        event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.QueueChanged:
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
        arguments = locals()
        from ..api.queues import create_queue as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> models.Queue:
        """Read one annotation queue.

        The queue comes unwrapped.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue.

        Source: ``GET /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import get_queue as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        queue_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        enabled: bool | None = None,
        add_event_ids: Sequence[str] | None = None,
        remove_event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.QueueChanged:
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
        arguments = locals()
        from ..api.queues import update_queue as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> models.QueueDeleted:
        """Delete an annotation queue.

        It is put away, not erased.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is deleted.

        Source: ``DELETE /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import delete_queue as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncQueues:
    """An annotation queue collects events for people to judge."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def list(
        self,
        *,
        enabled: bool | None = None,
        timeout: float | None = None,
    ) -> models.QueueList:
        """List the annotation queues of the project.

        The answer is not paged.

        Args:
            enabled: Only queues that are switched on, or only those that are off.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queues found.

        Source: ``GET /v1/queues`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import list_queues as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create(
        self,
        *,
        name: str,
        description: str | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        enabled: bool | None = None,
        event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.QueueChanged:
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
        arguments = locals()
        from ..api.queues import create_queue as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> models.Queue:
        """Read one annotation queue.

        The queue comes unwrapped.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue.

        Source: ``GET /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import get_queue as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        queue_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        enabled: bool | None = None,
        add_event_ids: Sequence[str] | None = None,
        remove_event_ids: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.QueueChanged:
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
        arguments = locals()
        from ..api.queues import update_queue as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        queue_id: str,
        *,
        timeout: float | None = None,
    ) -> models.QueueDeleted:
        """Delete an annotation queue.

        It is put away, not erased.

        Args:
            queue_id: The id of the queue.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The queue is deleted.

        Source: ``DELETE /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import delete_queue as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
