# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``datapoints``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, overload

from .. import inputs, models
from ..types import deprecated
from . import AsyncCall, Call


class Datapoints:
    """A datapoint is a case to try an application on, with inputs and what should come out."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        timeout: float | None = None,
    ) -> models.DatapointList:
        """List datapoints, by their ids or by their dataset.

        The answer is not paged.

        Args:
            datapoint_ids: The ids of the datapoints to find.
            dataset_name: The name of the dataset that holds them.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoints found.

        Source: ``GET /v1/datapoints`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import list_datapoints as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create(
        self,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointCreated:
        """Create a datapoint.

        No field is required.

        Args:
            inputs: What goes in.
            history: The conversation before it, message by message.
            ground_truth: What should come out.
            metadata: Anything else worth keeping.
            linked_event: The id of the event that it is made of.
            linked_datasets: The ids of the datasets that are to hold it.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is created.

        Source: ``POST /v1/datapoints`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import create_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def create_batch(
        self,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated("deprecated: events=, mapping=", category=None)
    def create_batch(
        self,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointBatchCreated: ...

    def create_batch(
        self,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointBatchCreated:
        """Make datapoints of stored events.

        The events are the ones selected by `checkState`, or with `selectAll` all that meet the filters and
        the range of time. Unlike the single creation, the ids stand at the top of the answer.

        Args:
            filters: The conditions that the events have to meet, as one object or a list of them.
            date_range: A range of time as text; either end may be left out.
            check_state: Whether an event is chosen, by its id.
            select_all: Whether every event is chosen that meets the filters.
            dataset_id: The id of the dataset that is to hold the datapoints.
            events: The ids of the events. Deprecated.
            mapping: Which keys of an event become which part of a datapoint. Deprecated.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoints are created.

        Source: ``POST /v1/datapoints/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import create_datapoint_batch as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatapointFound:
        """Read one datapoint.

        The datapoint is the one item of a list under `datapoint`.

        Args:
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint.

        Source: ``GET /v1/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import get_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        datapoint_id: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointUpdated:
        """Change a datapoint.

        Only the keys that are sent change.

        Args:
            datapoint_id: The id of the datapoint.
            inputs: What goes in.
            history: The conversation before it, message by message.
            ground_truth: What should come out.
            metadata: Anything else worth keeping.
            linked_event: The id of the event that it is made of.
            linked_datasets: The ids of the datasets that are to hold it.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is changed.

        Source: ``PUT /v1/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import update_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.Deleted:
        """Delete a datapoint.

        Says whether it was deleted.

        Args:
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            It is deleted.

        Source: ``DELETE /v1/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import delete_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncDatapoints:
    """A datapoint is a case to try an application on, with inputs and what should come out."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def list(
        self,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        timeout: float | None = None,
    ) -> models.DatapointList:
        """List datapoints, by their ids or by their dataset.

        The answer is not paged.

        Args:
            datapoint_ids: The ids of the datapoints to find.
            dataset_name: The name of the dataset that holds them.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoints found.

        Source: ``GET /v1/datapoints`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import list_datapoints as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create(
        self,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointCreated:
        """Create a datapoint.

        No field is required.

        Args:
            inputs: What goes in.
            history: The conversation before it, message by message.
            ground_truth: What should come out.
            metadata: Anything else worth keeping.
            linked_event: The id of the event that it is made of.
            linked_datasets: The ids of the datasets that are to hold it.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is created.

        Source: ``POST /v1/datapoints`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import create_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def create_batch(
        self,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated("deprecated: events=, mapping=", category=None)
    async def create_batch(
        self,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointBatchCreated: ...

    async def create_batch(
        self,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointBatchCreated:
        """Make datapoints of stored events.

        The events are the ones selected by `checkState`, or with `selectAll` all that meet the filters and
        the range of time. Unlike the single creation, the ids stand at the top of the answer.

        Args:
            filters: The conditions that the events have to meet, as one object or a list of them.
            date_range: A range of time as text; either end may be left out.
            check_state: Whether an event is chosen, by its id.
            select_all: Whether every event is chosen that meets the filters.
            dataset_id: The id of the dataset that is to hold the datapoints.
            events: The ids of the events. Deprecated.
            mapping: Which keys of an event become which part of a datapoint. Deprecated.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoints are created.

        Source: ``POST /v1/datapoints/batch`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import create_datapoint_batch as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatapointFound:
        """Read one datapoint.

        The datapoint is the one item of a list under `datapoint`.

        Args:
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint.

        Source: ``GET /v1/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import get_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        datapoint_id: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointUpdated:
        """Change a datapoint.

        Only the keys that are sent change.

        Args:
            datapoint_id: The id of the datapoint.
            inputs: What goes in.
            history: The conversation before it, message by message.
            ground_truth: What should come out.
            metadata: Anything else worth keeping.
            linked_event: The id of the event that it is made of.
            linked_datasets: The ids of the datasets that are to hold it.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is changed.

        Source: ``PUT /v1/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import update_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.Deleted:
        """Delete a datapoint.

        Says whether it was deleted.

        Args:
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            It is deleted.

        Source: ``DELETE /v1/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datapoints import delete_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
