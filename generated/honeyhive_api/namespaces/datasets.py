# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``datasets``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import inputs, models
from ..types import deprecated
from . import AsyncCall, Call


class Datasets:
    """A dataset is a named collection of datapoints."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        timeout: float | None = None,
    ) -> models.DatasetList:
        """List the datasets of the project.

        The answer is not paged. Either parameter narrows it down; there is no route for a single dataset.

        Args:
            dataset_id: The id of the dataset to find.
            name: The name of the dataset to find.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datasets found.

        Source: ``GET /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import list_datasets as operation

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
        timeout: float | None = None,
    ) -> models.DatasetChanged:
        """Change a dataset whose id is in the body.

        Does what `PUT /v1/datasets/{dataset_id}` does.

        Deprecated: use PUT /v1/datasets/{dataset_id}.

        Args:
            name: The name of the dataset.
            description: What it is for.
            datapoints: The ids of all its datapoints.
            dataset_id: The id of the dataset.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset as it is now.

        Source: ``PUT /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import update_dataset_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create(
        self,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatasetCreated:
        """Create a dataset.

        No field is required.

        Args:
            name: The name of the dataset. Falls back to `Untitled Dataset`.
            description: What it is for.
            datapoints: The ids of the datapoints to put into it.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset is created.

        Source: ``POST /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import create_dataset as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
    def delete_legacy(
        self,
        *,
        dataset_id: str,
        timeout: float | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset whose id is in the query.

        Does what `DELETE /v1/datasets/{dataset_id}` does.

        Deprecated: use DELETE /v1/datasets/{dataset_id}.

        Args:
            dataset_id: The id of the dataset.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset is deleted.

        Source: ``DELETE /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import delete_dataset_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        dataset_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatasetChanged:
        """Change a dataset.

        Only the keys that are sent change; `datapoints` takes the place of the whole list.

        Args:
            dataset_id: The id of the dataset.
            name: The name of the dataset.
            description: What it is for.
            datapoints: The ids of all its datapoints.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset as it is now.

        Source: ``PUT /v1/datasets/{dataset_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import update_dataset as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        dataset_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset.

        Answers with the id of the dataset.

        Args:
            dataset_id: The id of the dataset.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset is deleted.

        Source: ``DELETE /v1/datasets/{dataset_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import delete_dataset as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def add_datapoints(
        self,
        dataset_id: str,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointsAdded:
        """Make datapoints of rows and add them to a dataset.

        `mapping` says which keys of a row become inputs, history and ground truth.

        Args:
            dataset_id: The id of the dataset.
            data: The rows, each an object.
            mapping: Which keys of the source become which part of a datapoint.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoints are added.

        Source: ``POST /v1/datasets/{dataset_id}/datapoints`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import add_dataset_datapoints as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatapointRemoved:
        """Take a datapoint out of a dataset.

        The datapoint itself stays.

        Args:
            dataset_id: The id of the dataset.
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is no longer in the dataset.

        Source: ``DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import remove_dataset_datapoint as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.remove_datapoint_legacy() is deprecated: use datasets.remove_datapoint()", category=None)
    def remove_datapoint_legacy(
        self,
        dataset_id: str,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatapointRemoved:
        """Take a datapoint out of a dataset by the older path.

        The datapoint itself stays.

        Deprecated: use DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}.

        Args:
            dataset_id: The id of the dataset.
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is no longer in the dataset.

        Source: ``DELETE /v1/datasets/{dataset_id}/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import remove_dataset_datapoint_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncDatasets:
    """A dataset is a named collection of datapoints."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def list(
        self,
        *,
        dataset_id: str | None = None,
        name: str | None = None,
        timeout: float | None = None,
    ) -> models.DatasetList:
        """List the datasets of the project.

        The answer is not paged. Either parameter narrows it down; there is no route for a single dataset.

        Args:
            dataset_id: The id of the dataset to find.
            name: The name of the dataset to find.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datasets found.

        Source: ``GET /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import list_datasets as operation

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
        timeout: float | None = None,
    ) -> models.DatasetChanged:
        """Change a dataset whose id is in the body.

        Does what `PUT /v1/datasets/{dataset_id}` does.

        Deprecated: use PUT /v1/datasets/{dataset_id}.

        Args:
            name: The name of the dataset.
            description: What it is for.
            datapoints: The ids of all its datapoints.
            dataset_id: The id of the dataset.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset as it is now.

        Source: ``PUT /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import update_dataset_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create(
        self,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatasetCreated:
        """Create a dataset.

        No field is required.

        Args:
            name: The name of the dataset. Falls back to `Untitled Dataset`.
            description: What it is for.
            datapoints: The ids of the datapoints to put into it.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset is created.

        Source: ``POST /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import create_dataset as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.delete_legacy() is deprecated: use datasets.delete()", category=None)
    async def delete_legacy(
        self,
        *,
        dataset_id: str,
        timeout: float | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset whose id is in the query.

        Does what `DELETE /v1/datasets/{dataset_id}` does.

        Deprecated: use DELETE /v1/datasets/{dataset_id}.

        Args:
            dataset_id: The id of the dataset.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset is deleted.

        Source: ``DELETE /v1/datasets`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import delete_dataset_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        dataset_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        datapoints: Sequence[str] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatasetChanged:
        """Change a dataset.

        Only the keys that are sent change; `datapoints` takes the place of the whole list.

        Args:
            dataset_id: The id of the dataset.
            name: The name of the dataset.
            description: What it is for.
            datapoints: The ids of all its datapoints.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset as it is now.

        Source: ``PUT /v1/datasets/{dataset_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import update_dataset as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        dataset_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatasetDeleted:
        """Delete a dataset.

        Answers with the id of the dataset.

        Args:
            dataset_id: The id of the dataset.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The dataset is deleted.

        Source: ``DELETE /v1/datasets/{dataset_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import delete_dataset as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def add_datapoints(
        self,
        dataset_id: str,
        *,
        data: Sequence[Mapping[str, Any]],
        mapping: inputs.DatapointMapping,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.DatapointsAdded:
        """Make datapoints of rows and add them to a dataset.

        `mapping` says which keys of a row become inputs, history and ground truth.

        Args:
            dataset_id: The id of the dataset.
            data: The rows, each an object.
            mapping: Which keys of the source become which part of a datapoint.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoints are added.

        Source: ``POST /v1/datasets/{dataset_id}/datapoints`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import add_dataset_datapoints as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def remove_datapoint(
        self,
        dataset_id: str,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatapointRemoved:
        """Take a datapoint out of a dataset.

        The datapoint itself stays.

        Args:
            dataset_id: The id of the dataset.
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is no longer in the dataset.

        Source: ``DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import remove_dataset_datapoint as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("datasets.remove_datapoint_legacy() is deprecated: use datasets.remove_datapoint()", category=None)
    async def remove_datapoint_legacy(
        self,
        dataset_id: str,
        datapoint_id: str,
        *,
        timeout: float | None = None,
    ) -> models.DatapointRemoved:
        """Take a datapoint out of a dataset by the older path.

        The datapoint itself stays.

        Deprecated: use DELETE /v1/datasets/{dataset_id}/datapoints/{datapoint_id}.

        Args:
            dataset_id: The id of the dataset.
            datapoint_id: The id of the datapoint.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The datapoint is no longer in the dataset.

        Source: ``DELETE /v1/datasets/{dataset_id}/{datapoint_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.datasets import remove_dataset_datapoint_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
