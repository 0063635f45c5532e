# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``datasets``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import inputs, models
from ..types import deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Datasets:
    """A dataset is a named collection of datapoints."""

    def __init__(self, call: Call) -> None:
        self._call = call

    @overload
    def list(
        self,
        project_id: str,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetList: ...

    @overload
    @deprecated("datasets.list() without project_id= is deprecated", category=None)
    def list(
        self,
        project_id: None = None,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetList: ...

    def list(
        self,
        project_id: str | None = None,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetList:
        """List the datasets of the project.

        The response is not paged. Both parameters are filters; there is no route for a single dataset.

        Args:
            project_id: Id of the project.
            dataset_id: Only the dataset with this id.
            name: Only the dataset with this name.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching datasets.

        Source: ``GET /v1/projects/{project_id}/datasets`` on the host ``v1``; without ``project_id``,
        ``GET /v1/datasets``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import list_datasets as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import list_project_datasets as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def create(
        self,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetCreated: ...

    @overload
    @deprecated("datasets.create() without project_id= is deprecated", category=None)
    def create(
        self,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetCreated: ...

    def create(
        self,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetCreated:
        """Create a dataset.

        No field is required.

        Args:
            project_id: Id of the project.
            name: Name of the dataset. Falls back to `Untitled Dataset`.
            description: Free-form description.
            datapoints: Ids of the datapoints to put into it.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the created dataset.

        Source: ``POST /v1/projects/{project_id}/datasets`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datasets``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import create_dataset as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import create_project_dataset as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.update_legacy() is deprecated: use datasets.update()", category=None)
    def update_legacy(
        self,
        *,
        dataset_id: str,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged:
        """Update a dataset whose id is in the body.

        Same as `PUT /v1/datasets/{dataset_id}`.

        Deprecated: use PUT /v1/projects/{project_id}/datasets/{dataset_id}.
        Args:
            name: Name of the dataset.
            description: Free-form description.
            datapoints: Ids of all its datapoints.
            dataset_id: Id of the dataset.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated dataset.

        Source: ``PUT /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import update_dataset_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
    def delete_legacy(
        self,
        *,
        dataset_id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset whose id is in the query.

        Same as `DELETE /v1/datasets/{dataset_id}`.

        Deprecated: use DELETE /v1/projects/{project_id}/datasets/{dataset_id}.
        Args:
            dataset_id: Id of the dataset.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the deleted dataset.

        Source: ``DELETE /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import delete_dataset_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def update(
        self,
        dataset_id: str,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged: ...

    @overload
    @deprecated("datasets.update() without project_id= is deprecated", category=None)
    def update(
        self,
        dataset_id: str,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged: ...

    def update(
        self,
        dataset_id: str,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged:
        """Update a dataset.

        Only the keys sent are changed; `datapoints` replaces the whole list.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            name: Name of the dataset.
            description: Free-form description.
            datapoints: Ids of all its datapoints.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated dataset.

        Source: ``PUT /v1/projects/{project_id}/datasets/{dataset_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/datasets/{dataset_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import update_dataset as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import update_project_dataset as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def delete(
        self,
        dataset_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted: ...

    @overload
    @deprecated("datasets.delete() without project_id= is deprecated", category=None)
    def delete(
        self,
        dataset_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted: ...

    def delete(
        self,
        dataset_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset.

        Returns the id of the dataset.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the deleted dataset.

        Source: ``DELETE /v1/projects/{project_id}/datasets/{dataset_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/datasets/{dataset_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import delete_dataset as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import delete_project_dataset as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def add_datapoints(
        self,
        dataset_id: str,
        project_id: str,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointsAdded: ...

    @overload
    @deprecated("datasets.add_datapoints() without project_id= is deprecated", category=None)
    def add_datapoints(
        self,
        dataset_id: str,
        project_id: None = None,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointsAdded: ...

    def add_datapoints(
        self,
        dataset_id: str,
        project_id: str | None = None,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointsAdded:
        """Create datapoints from rows and add them to a dataset.

        `mapping` assigns the keys of a row to inputs, history and ground truth.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            data: The rows, each an object.
            mapping: Assignment of source keys to the parts of a datapoint.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the added datapoints.

        Source: ``POST /v1/projects/{project_id}/datasets/{dataset_id}/datapoints`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datasets/{dataset_id}/datapoints``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import add_dataset_datapoints as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import add_project_dataset_datapoints as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved: ...

    @overload
    @deprecated("datasets.remove_datapoint() without project_id= is deprecated", category=None)
    def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved: ...

    def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved:
        """Remove a datapoint from a dataset.

        The datapoint itself is kept.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the datapoint was removed from the dataset.

        Source: ``DELETE /v1/projects/{project_id}/datasets/{dataset_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import remove_dataset_datapoint as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import remove_project_dataset_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.remove_datapoint_legacy() is deprecated: use datasets.remove_datapoint()", category=None)
    def remove_datapoint_legacy(
        self,
        dataset_id: str,
        datapoint_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved:
        """Remove a datapoint from a dataset, through the older path.

        The datapoint itself is kept.

        Deprecated: use DELETE /v1/projects/{project_id}/datasets/{dataset_id}/datapoints/{datapoint_id}.
        Args:
            dataset_id: Id of the dataset.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the datapoint was removed from the dataset.

        Source: ``DELETE /v1/datasets/{dataset_id}/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import remove_dataset_datapoint_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncDatasets:
    """A dataset is a named collection of datapoints."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    @overload
    async def list(
        self,
        project_id: str,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetList: ...

    @overload
    @deprecated("datasets.list() without project_id= is deprecated", category=None)
    async def list(
        self,
        project_id: None = None,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetList: ...

    async def list(
        self,
        project_id: str | None = None,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetList:
        """List the datasets of the project.

        The response is not paged. Both parameters are filters; there is no route for a single dataset.

        Args:
            project_id: Id of the project.
            dataset_id: Only the dataset with this id.
            name: Only the dataset with this name.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching datasets.

        Source: ``GET /v1/projects/{project_id}/datasets`` on the host ``v1``; without ``project_id``,
        ``GET /v1/datasets``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import list_datasets as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import list_project_datasets as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def create(
        self,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetCreated: ...

    @overload
    @deprecated("datasets.create() without project_id= is deprecated", category=None)
    async def create(
        self,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetCreated: ...

    async def create(
        self,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetCreated:
        """Create a dataset.

        No field is required.

        Args:
            project_id: Id of the project.
            name: Name of the dataset. Falls back to `Untitled Dataset`.
            description: Free-form description.
            datapoints: Ids of the datapoints to put into it.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the created dataset.

        Source: ``POST /v1/projects/{project_id}/datasets`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datasets``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import create_dataset as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import create_project_dataset as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.update_legacy() is deprecated: use datasets.update()", category=None)
    async def update_legacy(
        self,
        *,
        dataset_id: str,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged:
        """Update a dataset whose id is in the body.

        Same as `PUT /v1/datasets/{dataset_id}`.

        Deprecated: use PUT /v1/projects/{project_id}/datasets/{dataset_id}.
        Args:
            name: Name of the dataset.
            description: Free-form description.
            datapoints: Ids of all its datapoints.
            dataset_id: Id of the dataset.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated dataset.

        Source: ``PUT /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import update_dataset_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
    async def delete_legacy(
        self,
        *,
        dataset_id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset whose id is in the query.

        Same as `DELETE /v1/datasets/{dataset_id}`.

        Deprecated: use DELETE /v1/projects/{project_id}/datasets/{dataset_id}.
        Args:
            dataset_id: Id of the dataset.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the deleted dataset.

        Source: ``DELETE /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import delete_dataset_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def update(
        self,
        dataset_id: str,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged: ...

    @overload
    @deprecated("datasets.update() without project_id= is deprecated", category=None)
    async def update(
        self,
        dataset_id: str,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged: ...

    async def update(
        self,
        dataset_id: str,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetChanged:
        """Update a dataset.

        Only the keys sent are changed; `datapoints` replaces the whole list.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            name: Name of the dataset.
            description: Free-form description.
            datapoints: Ids of all its datapoints.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated dataset.

        Source: ``PUT /v1/projects/{project_id}/datasets/{dataset_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/datasets/{dataset_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import update_dataset as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import update_project_dataset as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def delete(
        self,
        dataset_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted: ...

    @overload
    @deprecated("datasets.delete() without project_id= is deprecated", category=None)
    async def delete(
        self,
        dataset_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted: ...

    async def delete(
        self,
        dataset_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset.

        Returns the id of the dataset.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the deleted dataset.

        Source: ``DELETE /v1/projects/{project_id}/datasets/{dataset_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/datasets/{dataset_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import delete_dataset as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import delete_project_dataset as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def add_datapoints(
        self,
        dataset_id: str,
        project_id: str,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointsAdded: ...

    @overload
    @deprecated("datasets.add_datapoints() without project_id= is deprecated", category=None)
    async def add_datapoints(
        self,
        dataset_id: str,
        project_id: None = None,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointsAdded: ...

    async def add_datapoints(
        self,
        dataset_id: str,
        project_id: str | None = None,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointsAdded:
        """Create datapoints from rows and add them to a dataset.

        `mapping` assigns the keys of a row to inputs, history and ground truth.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            data: The rows, each an object.
            mapping: Assignment of source keys to the parts of a datapoint.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The ids of the added datapoints.

        Source: ``POST /v1/projects/{project_id}/datasets/{dataset_id}/datapoints`` on the host ``v1``; without ``project_id``,
        ``POST /v1/datasets/{dataset_id}/datapoints``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import add_dataset_datapoints as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import add_project_dataset_datapoints as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved: ...

    @overload
    @deprecated("datasets.remove_datapoint() without project_id= is deprecated", category=None)
    async def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved: ...

    async def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved:
        """Remove a datapoint from a dataset.

        The datapoint itself is kept.

        Args:
            project_id: Id of the project.
            dataset_id: Id of the dataset.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the datapoint was removed from the dataset.

        Source: ``DELETE /v1/projects/{project_id}/datasets/{dataset_id}/datapoints/{datapoint_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.datasets import remove_dataset_datapoint as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.datasets import remove_project_dataset_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.remove_datapoint_legacy() is deprecated: use datasets.remove_datapoint()", category=None)
    async def remove_datapoint_legacy(
        self,
        dataset_id: str,
        datapoint_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DatapointRemoved:
        """Remove a datapoint from a dataset, through the older path.

        The datapoint itself is kept.

        Deprecated: use DELETE /v1/projects/{project_id}/datasets/{dataset_id}/datapoints/{datapoint_id}.
        Args:
            dataset_id: Id of the dataset.
            datapoint_id: Id of the datapoint.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the datapoint was removed from the dataset.

        Source: ``DELETE /v1/datasets/{dataset_id}/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import remove_dataset_datapoint_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
