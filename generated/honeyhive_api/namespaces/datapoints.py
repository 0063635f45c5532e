# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``datapoints``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import inputs, models
from ..types import deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Datapoints:
    """A datapoint is a test case for an application: inputs and the expected output."""

    def __init__(self, call: Call) -> None:
        self._call = call

    @overload
    def list(
        self,
        project_id: str,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointList: ...

    @overload
    @deprecated("datapoints.list() without project_id= is deprecated", category=None)
    def list(
        self,
        project_id: None = None,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointList: ...

    def list(
        self,
        project_id: str | None = None,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointList:
        """List datapoints by id or by dataset.

        The response is not paged.

        Args:
            project_id: Id of the project.
            datapoint_ids: Ids of the datapoints to return.
            dataset_name: Only datapoints of the dataset with this name.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching datapoints.

        Source: ``GET /v1/projects/{project_id}/datapoints`` on the host ``v1``; without ``project_id``,
        ``GET /v1/datapoints``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import list_datapoints as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import list_project_datapoints as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def create(
        self,
        project_id: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointCreated: ...

    @overload
    @deprecated("datapoints.create() without project_id= is deprecated", category=None)
    def create(
        self,
        project_id: None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointCreated: ...

    def create(
        self,
        project_id: str | None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointCreated:
        """Create a datapoint.

        No field is required.

        Args:
            project_id: Id of the project.
            inputs: Inputs.
            history: Preceding conversation, message by message.
            ground_truth: Expected output.
            metadata: Any other data.
            linked_event: Id of the event that it is created from.
            linked_datasets: Ids of the datasets to add it to.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the created datapoint.

        Source: ``POST /v1/projects/{project_id}/datapoints`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datapoints``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import create_datapoint as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import create_project_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def create_batch(
        self,
        project_id: str,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated("datapoints.create_batch() without project_id= is deprecated", category=None)
    def create_batch(
        self,
        project_id: None = None,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated("deprecated: events=, mapping=", category=None)
    def create_batch(
        self,
        project_id: str,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated(
        "datapoints.create_batch() without project_id= is deprecated; deprecated: events=, mapping=", category=None
    )
    def create_batch(
        self,
        project_id: None = None,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    def create_batch(
        self,
        project_id: str | None = None,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated:
        """Create datapoints from stored events.

        The events are those selected in `checkState`, or with `selectAll` all that match the filters and
        the time range. Unlike for a single datapoint, the ids are at the top level of the response.

        Args:
            project_id: Id of the project.
            filters: Conditions that the events must meet, as one object or a list of them.
            date_range: A time range as strings; both ends are optional.
            check_state: Selected events, as true or false by event id.
            select_all: True to select every event that matches the filters.
            dataset_id: Id of the dataset to add the datapoints to.
            events: Ids of the events. Deprecated.
            mapping: Assignment of event keys to the parts of a datapoint. Deprecated.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the created datapoints.

        Source: ``POST /v1/projects/{project_id}/datapoints/batch`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datapoints/batch``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import create_datapoint_batch as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import create_project_datapoint_batch as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get(
        self,
        datapoint_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointFound: ...

    @overload
    @deprecated("datapoints.get() without project_id= is deprecated", category=None)
    def get(
        self,
        datapoint_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointFound: ...

    def get(
        self,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointFound:
        """Return one datapoint.

        The datapoint is the only item of the list `datapoint`.

        Args:
            project_id: Id of the project.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The datapoint.

        Source: ``GET /v1/projects/{project_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import get_datapoint as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import get_project_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def update(
        self,
        datapoint_id: str,
        project_id: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointUpdated: ...

    @overload
    @deprecated("datapoints.update() without project_id= is deprecated", category=None)
    def update(
        self,
        datapoint_id: str,
        project_id: None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointUpdated: ...

    def update(
        self,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointUpdated:
        """Update a datapoint.

        Only the keys sent are changed.

        Args:
            project_id: Id of the project.
            datapoint_id: Id of the datapoint.
            inputs: Inputs.
            history: Preceding conversation, message by message.
            ground_truth: Expected output.
            metadata: Any other data.
            linked_event: Id of the event that it is created from.
            linked_datasets: Ids of the datasets to add it to.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the datapoint was updated.

        Source: ``PUT /v1/projects/{project_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import update_datapoint as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import update_project_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def delete(
        self,
        datapoint_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted: ...

    @overload
    @deprecated("datapoints.delete() without project_id= is deprecated", category=None)
    def delete(
        self,
        datapoint_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted: ...

    def delete(
        self,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted:
        """Delete a datapoint.

        Returns whether it was deleted.

        Args:
            project_id: Id of the project.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/projects/{project_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import delete_datapoint as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import delete_project_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncDatapoints:
    """A datapoint is a test case for an application: inputs and the expected output."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    @overload
    async def list(
        self,
        project_id: str,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointList: ...

    @overload
    @deprecated("datapoints.list() without project_id= is deprecated", category=None)
    async def list(
        self,
        project_id: None = None,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointList: ...

    async def list(
        self,
        project_id: str | None = None,
        *,
        datapoint_ids: Sequence[str] | None = None,
        dataset_name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointList:
        """List datapoints by id or by dataset.

        The response is not paged.

        Args:
            project_id: Id of the project.
            datapoint_ids: Ids of the datapoints to return.
            dataset_name: Only datapoints of the dataset with this name.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching datapoints.

        Source: ``GET /v1/projects/{project_id}/datapoints`` on the host ``v1``; without ``project_id``,
        ``GET /v1/datapoints``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import list_datapoints as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import list_project_datapoints as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def create(
        self,
        project_id: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointCreated: ...

    @overload
    @deprecated("datapoints.create() without project_id= is deprecated", category=None)
    async def create(
        self,
        project_id: None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointCreated: ...

    async def create(
        self,
        project_id: str | None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointCreated:
        """Create a datapoint.

        No field is required.

        Args:
            project_id: Id of the project.
            inputs: Inputs.
            history: Preceding conversation, message by message.
            ground_truth: Expected output.
            metadata: Any other data.
            linked_event: Id of the event that it is created from.
            linked_datasets: Ids of the datasets to add it to.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the created datapoint.

        Source: ``POST /v1/projects/{project_id}/datapoints`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datapoints``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import create_datapoint as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import create_project_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def create_batch(
        self,
        project_id: str,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated("datapoints.create_batch() without project_id= is deprecated", category=None)
    async def create_batch(
        self,
        project_id: None = None,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated("deprecated: events=, mapping=", category=None)
    async def create_batch(
        self,
        project_id: str,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    @overload
    @deprecated(
        "datapoints.create_batch() without project_id= is deprecated; deprecated: events=, mapping=", category=None
    )
    async def create_batch(
        self,
        project_id: None = None,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated: ...

    async def create_batch(
        self,
        project_id: str | None = None,
        *,
        filters: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
        date_range: inputs.EventDateRange | None = None,
        check_state: Mapping[str, bool] | None = None,
        select_all: bool | None = None,
        dataset_id: str | None = None,
        events: Sequence[str] | None = None,
        mapping: inputs.DatapointMapping | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointBatchCreated:
        """Create datapoints from stored events.

        The events are those selected in `checkState`, or with `selectAll` all that match the filters and
        the time range. Unlike for a single datapoint, the ids are at the top level of the response.

        Args:
            project_id: Id of the project.
            filters: Conditions that the events must meet, as one object or a list of them.
            date_range: A time range as strings; both ends are optional.
            check_state: Selected events, as true or false by event id.
            select_all: True to select every event that matches the filters.
            dataset_id: Id of the dataset to add the datapoints to.
            events: Ids of the events. Deprecated.
            mapping: Assignment of event keys to the parts of a datapoint. Deprecated.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the created datapoints.

        Source: ``POST /v1/projects/{project_id}/datapoints/batch`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datapoints/batch``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import create_datapoint_batch as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import create_project_datapoint_batch as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get(
        self,
        datapoint_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointFound: ...

    @overload
    @deprecated("datapoints.get() without project_id= is deprecated", category=None)
    async def get(
        self,
        datapoint_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointFound: ...

    async def get(
        self,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointFound:
        """Return one datapoint.

        The datapoint is the only item of the list `datapoint`.

        Args:
            project_id: Id of the project.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The datapoint.

        Source: ``GET /v1/projects/{project_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import get_datapoint as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import get_project_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def update(
        self,
        datapoint_id: str,
        project_id: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointUpdated: ...

    @overload
    @deprecated("datapoints.update() without project_id= is deprecated", category=None)
    async def update(
        self,
        datapoint_id: str,
        project_id: None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointUpdated: ...

    async def update(
        self,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        inputs: Mapping[str, Any] | None = None,
        history: Sequence[Mapping[str, Any]] | None = None,
        ground_truth: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        linked_event: str | None = None,
        linked_datasets: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointUpdated:
        """Update a datapoint.

        Only the keys sent are changed.

        Args:
            project_id: Id of the project.
            datapoint_id: Id of the datapoint.
            inputs: Inputs.
            history: Preceding conversation, message by message.
            ground_truth: Expected output.
            metadata: Any other data.
            linked_event: Id of the event that it is created from.
            linked_datasets: Ids of the datasets to add it to.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the datapoint was updated.

        Source: ``PUT /v1/projects/{project_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import update_datapoint as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import update_project_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def delete(
        self,
        datapoint_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted: ...

    @overload
    @deprecated("datapoints.delete() without project_id= is deprecated", category=None)
    async def delete(
        self,
        datapoint_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted: ...

    async def delete(
        self,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted:
        """Delete a datapoint.

        Returns whether it was deleted.

        Args:
            project_id: Id of the project.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/projects/{project_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datapoints import delete_datapoint as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datapoints import delete_project_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
