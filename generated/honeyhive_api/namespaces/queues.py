# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``queues``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import inputs, models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Queues:
    """An annotation queue collects events for human review."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        enabled: bool | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueList:
        """List the annotation queues of the project.

        The response is not paged.

        Args:
            enabled: Only enabled queues (true), or only disabled ones (false).
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching queues.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueChanged:
        """Create an annotation queue.

        Events that match the filters are added to it, and those in `event_ids`.

        Args:
            name: Name of the queue.
            description: Free-form description.
            filters: Conditions that select events.
            enabled: True if matching events are added to it; true if omitted.
            event_ids: Ids of the events to start with.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The created queue.

        Source: ``POST /v1/queues`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import create_queue as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        queue_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Queue:
        """Return one annotation queue.

        The queue is at the top level of the response.

        Args:
            queue_id: Id of the queue.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueChanged:
        """Update an annotation queue.

        Only the keys sent are changed. The body repeats the id of the path.

        Args:
            queue_id: Id of the queue.
            name: Name of the queue.
            description: Free-form description.
            filters: Conditions that select events.
            enabled: True if matching events are added to it.
            add_event_ids: Ids of the events to add.
            remove_event_ids: Ids of the events to remove.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated queue.

        Source: ``PUT /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import update_queue as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        queue_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueDeleted:
        """Delete an annotation queue.

        This is a soft delete: the record is kept.

        Args:
            queue_id: Id of the queue.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import delete_queue as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncQueues:
    """An annotation queue collects events for human review."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def list(
        self,
        *,
        enabled: bool | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueList:
        """List the annotation queues of the project.

        The response is not paged.

        Args:
            enabled: Only enabled queues (true), or only disabled ones (false).
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching queues.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueChanged:
        """Create an annotation queue.

        Events that match the filters are added to it, and those in `event_ids`.

        Args:
            name: Name of the queue.
            description: Free-form description.
            filters: Conditions that select events.
            enabled: True if matching events are added to it; true if omitted.
            event_ids: Ids of the events to start with.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The created queue.

        Source: ``POST /v1/queues`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import create_queue as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        queue_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Queue:
        """Return one annotation queue.

        The queue is at the top level of the response.

        Args:
            queue_id: Id of the queue.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueChanged:
        """Update an annotation queue.

        Only the keys sent are changed. The body repeats the id of the path.

        Args:
            queue_id: Id of the queue.
            name: Name of the queue.
            description: Free-form description.
            filters: Conditions that select events.
            enabled: True if matching events are added to it.
            add_event_ids: Ids of the events to add.
            remove_event_ids: Ids of the events to remove.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated queue.

        Source: ``PUT /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import update_queue as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        queue_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.QueueDeleted:
        """Delete an annotation queue.

        This is a soft delete: the record is kept.

        Args:
            queue_id: Id of the queue.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/queues/{queue_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.queues import delete_queue as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
