# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``experiments``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import inputs, models
from ..types import UNSET, Unset, deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, AsyncPages, AsyncPagesCall, Call, Pages, PagesCall


class Experiments:
    """An experiment run evaluates an application on datapoints. Two runs can be compared."""

    def __init__(self, call: Call, pages: PagesCall) -> None:
        self._call = call
        self._pages = pages

    @overload
    def list(
        self,
        project_id: str,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunList: ...

    @overload
    @deprecated("experiments.list() without project_id= is deprecated", category=None)
    def list(
        self,
        project_id: None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunList: ...

    def list(
        self,
        project_id: str | None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunList:
        """List experiment runs, one page per call.

        A run is listed if it matches every parameter sent. `metrics` has the names of the metrics that
        occur in the runs.

        Args:
            project_id: Id of the project.
            dataset_id: Only runs on this dataset.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            run_ids: Only runs with these ids, at most 100.
            name: Only runs with this name.
            status: Only runs with this status.
            date_range: Only items in this time range. Sent as a JSON string.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of runs.

        Source: ``GET /v1/projects/{project_id}/runs`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import list_runs as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import list_project_runs as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def list_all(
        self,
        project_id: str,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.Run]: ...

    @overload
    @deprecated("experiments.list() without project_id= is deprecated", category=None)
    def list_all(
        self,
        project_id: None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.Run]: ...

    def list_all(
        self,
        project_id: str | None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.Run]:
        """Iterate over the items of all pages of `list`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            dataset_id: Only runs on this dataset.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            run_ids: Only runs with these ids, at most 100.
            name: Only runs with this name.
            status: Only runs with this status.
            date_range: Only items in this time range. Sent as a JSON string.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An iterator over the items.

        Source: ``GET /v1/projects/{project_id}/runs`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import list_runs as unscoped

            return self._pages(unscoped.OPERATION, unscoped.build_request, arguments, lambda page: page.evaluations)
        from ..api.experiments import list_project_runs as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.evaluations)

    @overload
    def create(
        self,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        run_id: str | None = None,
        dataset_id: str | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunCreated: ...

    @overload
    @deprecated("experiments.create() without project_id= is deprecated", category=None)
    def create(
        self,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        run_id: str | None = None,
        dataset_id: str | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunCreated: ...

    def create(
        self,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        run_id: str | None = None,
        dataset_id: str | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunCreated:
        """Create an experiment run.

        No field is required. Whitespace around a name is removed, and a blank name is refused.

        Args:
            project_id: Id of the project.
            name: Name of the run.
            description: Free-form description.
            status: Status of an experiment run.
            metadata: Any other data.
            results: Results of the run.
            event_ids: Ids of the root events of its sessions.
            configuration: Configuration under test, such as the model and its settings.
            evaluators: Evaluators that scored the run.
            session_ids: Ids of its sessions.
            datapoint_ids: Ids of the datapoints that it ran on.
            passing_ranges: Range of values with which each metric passes, by metric name.
            run_id: UUID that you choose for the run. The service creates one if it is omitted.
            dataset_id: Id of the dataset that it runs on.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The created run.

        Source: ``POST /v1/projects/{project_id}/runs`` on the host ``v1``; without ``project_id``,
        ``POST /v1/runs``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import create_run as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import create_project_run as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get_runs_schema(
        self,
        project_id: str,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    @overload
    @deprecated("experiments.get_runs_schema() without project_id= is deprecated", category=None)
    def get_runs_schema(
        self,
        project_id: None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    def get_runs_schema(
        self,
        project_id: str | None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in the events of all runs.

        Returns the fields, the ids of the datasets and the mapped names of fields.

        Args:
            project_id: Id of the project.
            date_range: Only items in this time range. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The fields.

        Source: ``GET /v1/projects/{project_id}/runs/schema`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/schema``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_runs_schema as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_runs_schema as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get(
        self,
        run_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunFound: ...

    @overload
    @deprecated("experiments.get() without project_id= is deprecated", category=None)
    def get(
        self,
        run_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunFound: ...

    def get(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunFound:
        """Return one experiment run.

        The run is under the key `evaluation`.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The run.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def delete(
        self,
        run_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunDeleted: ...

    @overload
    @deprecated("experiments.delete() without project_id= is deprecated", category=None)
    def delete(
        self,
        run_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunDeleted: ...

    def delete(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunDeleted:
        """Delete an experiment run.

        Returns the id of the run.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the deleted run.

        Source: ``DELETE /v1/projects/{project_id}/runs/{run_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/runs/{run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import delete_run as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import delete_project_run as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def update(
        self,
        run_id: str,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunUpdated: ...

    @overload
    @deprecated("experiments.update() without project_id= is deprecated", category=None)
    def update(
        self,
        run_id: str,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunUpdated: ...

    def update(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunUpdated:
        """Update an experiment run.

        Only the keys sent are changed. The sessions of the run go into `event_ids`.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            name: Name of the run.
            description: Free-form description.
            status: Status of an experiment run.
            metadata: Any other data.
            results: Results of the run.
            event_ids: Ids of the root events of its sessions.
            configuration: Configuration under test, such as the model and its settings.
            evaluators: Evaluators that scored the run.
            session_ids: Ids of its sessions.
            datapoint_ids: Ids of the datapoints that it ran on.
            passing_ranges: Range of values with which each metric passes, by metric name.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated run.

        Source: ``PATCH /v1/projects/{project_id}/runs/{run_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/runs/{run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import update_run as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import update_project_run as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get_schema(
        self,
        run_id: str,
        project_id: str,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    @overload
    @deprecated("experiments.get_schema() without project_id= is deprecated", category=None)
    def get_schema(
        self,
        run_id: str,
        project_id: None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    def get_schema(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in the events of one run.

        Returns the fields, the ids of the datasets and the mapped names of fields.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            date_range: Only items in this time range. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The fields.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}/schema`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}/schema``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run_schema as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run_schema as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get_metrics(
        self,
        run_id: str,
        project_id: str,
        *,
        date_range: inputs.DateRange | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunMetrics: ...

    @overload
    @deprecated("experiments.get_metrics() without project_id= is deprecated", category=None)
    def get_metrics(
        self,
        run_id: str,
        project_id: None = None,
        *,
        date_range: inputs.DateRange | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunMetrics: ...

    def get_metrics(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        date_range: inputs.DateRange | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunMetrics:
        """List the events of a run with their metrics.

        The response is not paged.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            date_range: Only items in this time range. Sent as a JSON string.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The events.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}/metrics`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}/metrics``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run_metrics as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run_metrics as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get_summary(
        self,
        run_id: str,
        project_id: str,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary: ...

    @overload
    @deprecated("experiments.get_summary() without project_id= is deprecated", category=None)
    def get_summary(
        self,
        run_id: str,
        project_id: None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary: ...

    def get_summary(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary:
        """Return the results of an experiment run.

        Returns each metric over all datapoints, and which datapoints passed.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The results of the run.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}/summary`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}/summary``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run_summary as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run_summary as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("experiments.get_result() is deprecated: use experiments.get_summary()", category=None)
    def get_result(
        self,
        run_id: str,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary:
        """Return the results of an experiment run, through the older path.

        Same as `GET /v1/runs/{run_id}/summary`.

        Deprecated: use GET /v1/projects/{project_id}/runs/{run_id}/summary.
        Args:
            run_id: Id of the run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The results of the run.

        Source: ``GET /v1/runs/{run_id}/result`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import get_run_result_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def compare(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison: ...

    @overload
    @deprecated("experiments.compare() without project_id= is deprecated", category=None)
    def compare(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison: ...

    def compare(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str | None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison:
        """Compare two experiment runs.

        Returns the change of each metric from the old run to the new one.

        Args:
            project_id: Id of the project.
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The comparison.

        Source: ``GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{new_run_id}/compare/{old_run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import compare_runs as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import compare_project_runs as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("experiments.compare_legacy() is deprecated: use experiments.compare()", category=None)
    def compare_legacy(
        self,
        new_run_id: str,
        old_run_id: str,
        *,
        aggregate_function: str | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison:
        """Compare two experiment runs, through the older path.

        Same as `GET /v1/runs/{new_run_id}/compare/{old_run_id}`, except that any string is accepted as the
        aggregate function.

        Deprecated: use GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}.
        Args:
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The comparison.

        Source: ``GET /v1/runs/{new_run_id}/compare-with/{old_run_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import compare_runs_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def compare_events(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList: ...

    @overload
    @deprecated("experiments.compare_events() without project_id= is deprecated", category=None)
    def compare_events(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList: ...

    def compare_events(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str | None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList:
        """List the events of two runs in pairs, one page per call.

        Both events of a pair belong to the same datapoint.

        Args:
            project_id: Id of the project.
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of pairs.

        Source: ``GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{new_run_id}/compare/{old_run_id}/events``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import compare_run_events as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import compare_project_run_events as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def compare_events_all(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.EventPair]: ...

    @overload
    @deprecated("experiments.compare_events() without project_id= is deprecated", category=None)
    def compare_events_all(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.EventPair]: ...

    def compare_events_all(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str | None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.EventPair]:
        """Iterate over the items of all pages of `compare_events`; a page is fetched when its first item is
        needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An iterator over the items.

        Source: ``GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{new_run_id}/compare/{old_run_id}/events``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import compare_run_events as unscoped

            return self._pages(unscoped.OPERATION, unscoped.build_request, arguments, lambda page: page.events)
        from ..api.experiments import compare_project_run_events as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)

    @deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
    def compare_events_legacy(
        self,
        *,
        run_id_1: str,
        run_id_2: str,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList:
        """List the events of two runs in pairs, with the ids of the runs in the query.

        Same as `GET /v1/runs/{new_run_id}/compare/{old_run_id}/events`.

        Deprecated: use GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events.
        Args:
            run_id_1: Id of the first run, a UUID.
            run_id_2: Id of the second run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of pairs.

        Source: ``GET /v1/runs/compare/events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import compare_run_events_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
    def compare_events_legacy_all(
        self,
        *,
        run_id_1: str,
        run_id_2: str,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.EventPair]:
        """Iterate over the items of all pages of `compare_events_legacy`; a page is fetched when its first
        item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Deprecated: use GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events.
        Args:
            run_id_1: Id of the first run, a UUID.
            run_id_2: Id of the second run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An iterator over the items.

        Source: ``GET /v1/runs/compare/events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import compare_run_events_legacy as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)


class AsyncExperiments:
    """An experiment run evaluates an application on datapoints. Two runs can be compared."""

    def __init__(self, call: AsyncCall, pages: AsyncPagesCall) -> None:
        self._call = call
        self._pages = pages

    @overload
    async def list(
        self,
        project_id: str,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunList: ...

    @overload
    @deprecated("experiments.list() without project_id= is deprecated", category=None)
    async def list(
        self,
        project_id: None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunList: ...

    async def list(
        self,
        project_id: str | None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunList:
        """List experiment runs, one page per call.

        A run is listed if it matches every parameter sent. `metrics` has the names of the metrics that
        occur in the runs.

        Args:
            project_id: Id of the project.
            dataset_id: Only runs on this dataset.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            run_ids: Only runs with these ids, at most 100.
            name: Only runs with this name.
            status: Only runs with this status.
            date_range: Only items in this time range. Sent as a JSON string.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of runs.

        Source: ``GET /v1/projects/{project_id}/runs`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import list_runs as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import list_project_runs as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def list_all(
        self,
        project_id: str,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.Run]: ...

    @overload
    @deprecated("experiments.list() without project_id= is deprecated", category=None)
    def list_all(
        self,
        project_id: None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.Run]: ...

    def list_all(
        self,
        project_id: str | None = None,
        *,
        dataset_id: str | None = None,
        page: int | None = None,
        limit: int | None = None,
        run_ids: Sequence[str] | None = None,
        name: str | None = None,
        status: models.RunStatus | None = None,
        date_range: inputs.DateRange | None = None,
        sort_by: models.RunOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.Run]:
        """Iterate over the items of all pages of `list`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            dataset_id: Only runs on this dataset.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            run_ids: Only runs with these ids, at most 100.
            name: Only runs with this name.
            status: Only runs with this status.
            date_range: Only items in this time range. Sent as a JSON string.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An asynchronous iterator over the items.

        Source: ``GET /v1/projects/{project_id}/runs`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import list_runs as unscoped

            return self._pages(unscoped.OPERATION, unscoped.build_request, arguments, lambda page: page.evaluations)
        from ..api.experiments import list_project_runs as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.evaluations)

    @overload
    async def create(
        self,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        run_id: str | None = None,
        dataset_id: str | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunCreated: ...

    @overload
    @deprecated("experiments.create() without project_id= is deprecated", category=None)
    async def create(
        self,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        run_id: str | None = None,
        dataset_id: str | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunCreated: ...

    async def create(
        self,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        run_id: str | None = None,
        dataset_id: str | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunCreated:
        """Create an experiment run.

        No field is required. Whitespace around a name is removed, and a blank name is refused.

        Args:
            project_id: Id of the project.
            name: Name of the run.
            description: Free-form description.
            status: Status of an experiment run.
            metadata: Any other data.
            results: Results of the run.
            event_ids: Ids of the root events of its sessions.
            configuration: Configuration under test, such as the model and its settings.
            evaluators: Evaluators that scored the run.
            session_ids: Ids of its sessions.
            datapoint_ids: Ids of the datapoints that it ran on.
            passing_ranges: Range of values with which each metric passes, by metric name.
            run_id: UUID that you choose for the run. The service creates one if it is omitted.
            dataset_id: Id of the dataset that it runs on.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The created run.

        Source: ``POST /v1/projects/{project_id}/runs`` on the host ``v1``; without ``project_id``,
        ``POST /v1/runs``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import create_run as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import create_project_run as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get_runs_schema(
        self,
        project_id: str,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    @overload
    @deprecated("experiments.get_runs_schema() without project_id= is deprecated", category=None)
    async def get_runs_schema(
        self,
        project_id: None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    async def get_runs_schema(
        self,
        project_id: str | None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in the events of all runs.

        Returns the fields, the ids of the datasets and the mapped names of fields.

        Args:
            project_id: Id of the project.
            date_range: Only items in this time range. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The fields.

        Source: ``GET /v1/projects/{project_id}/runs/schema`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/schema``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_runs_schema as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_runs_schema as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get(
        self,
        run_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunFound: ...

    @overload
    @deprecated("experiments.get() without project_id= is deprecated", category=None)
    async def get(
        self,
        run_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunFound: ...

    async def get(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunFound:
        """Return one experiment run.

        The run is under the key `evaluation`.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The run.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def delete(
        self,
        run_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunDeleted: ...

    @overload
    @deprecated("experiments.delete() without project_id= is deprecated", category=None)
    async def delete(
        self,
        run_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunDeleted: ...

    async def delete(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunDeleted:
        """Delete an experiment run.

        Returns the id of the run.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the deleted run.

        Source: ``DELETE /v1/projects/{project_id}/runs/{run_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/runs/{run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import delete_run as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import delete_project_run as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def update(
        self,
        run_id: str,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunUpdated: ...

    @overload
    @deprecated("experiments.update() without project_id= is deprecated", category=None)
    async def update(
        self,
        run_id: str,
        project_id: None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunUpdated: ...

    async def update(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        status: models.RunStatus | None = None,
        metadata: Mapping[str, Any] | None = None,
        results: Mapping[str, Any] | None = None,
        event_ids: Sequence[str] | None = None,
        configuration: Mapping[str, Any] | None = None,
        evaluators: Sequence[Any] | None = None,
        session_ids: Sequence[str] | None = None,
        datapoint_ids: Sequence[str] | None = None,
        passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunUpdated:
        """Update an experiment run.

        Only the keys sent are changed. The sessions of the run go into `event_ids`.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            name: Name of the run.
            description: Free-form description.
            status: Status of an experiment run.
            metadata: Any other data.
            results: Results of the run.
            event_ids: Ids of the root events of its sessions.
            configuration: Configuration under test, such as the model and its settings.
            evaluators: Evaluators that scored the run.
            session_ids: Ids of its sessions.
            datapoint_ids: Ids of the datapoints that it ran on.
            passing_ranges: Range of values with which each metric passes, by metric name.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The updated run.

        Source: ``PATCH /v1/projects/{project_id}/runs/{run_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/runs/{run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import update_run as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import update_project_run as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get_schema(
        self,
        run_id: str,
        project_id: str,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    @overload
    @deprecated("experiments.get_schema() without project_id= is deprecated", category=None)
    async def get_schema(
        self,
        run_id: str,
        project_id: None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema: ...

    async def get_schema(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        date_range: inputs.DateRange | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventsSchema:
        """List the fields that occur in the events of one run.

        Returns the fields, the ids of the datasets and the mapped names of fields.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            date_range: Only items in this time range. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The fields.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}/schema`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}/schema``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run_schema as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run_schema as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get_metrics(
        self,
        run_id: str,
        project_id: str,
        *,
        date_range: inputs.DateRange | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunMetrics: ...

    @overload
    @deprecated("experiments.get_metrics() without project_id= is deprecated", category=None)
    async def get_metrics(
        self,
        run_id: str,
        project_id: None = None,
        *,
        date_range: inputs.DateRange | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunMetrics: ...

    async def get_metrics(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        date_range: inputs.DateRange | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunMetrics:
        """List the events of a run with their metrics.

        The response is not paged.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            date_range: Only items in this time range. Sent as a JSON string.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The events.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}/metrics`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}/metrics``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run_metrics as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run_metrics as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get_summary(
        self,
        run_id: str,
        project_id: str,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary: ...

    @overload
    @deprecated("experiments.get_summary() without project_id= is deprecated", category=None)
    async def get_summary(
        self,
        run_id: str,
        project_id: None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary: ...

    async def get_summary(
        self,
        run_id: str,
        project_id: str | None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary:
        """Return the results of an experiment run.

        Returns each metric over all datapoints, and which datapoints passed.

        Args:
            project_id: Id of the project.
            run_id: Id of the run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The results of the run.

        Source: ``GET /v1/projects/{project_id}/runs/{run_id}/summary`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{run_id}/summary``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import get_run_summary as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import get_project_run_summary as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("experiments.get_result() is deprecated: use experiments.get_summary()", category=None)
    async def get_result(
        self,
        run_id: str,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunSummary:
        """Return the results of an experiment run, through the older path.

        Same as `GET /v1/runs/{run_id}/summary`.

        Deprecated: use GET /v1/projects/{project_id}/runs/{run_id}/summary.
        Args:
            run_id: Id of the run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The results of the run.

        Source: ``GET /v1/runs/{run_id}/result`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import get_run_result_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def compare(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison: ...

    @overload
    @deprecated("experiments.compare() without project_id= is deprecated", category=None)
    async def compare(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison: ...

    async def compare(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str | None = None,
        *,
        aggregate_function: models.AggregateFunction | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison:
        """Compare two experiment runs.

        Returns the change of each metric from the old run to the new one.

        Args:
            project_id: Id of the project.
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The comparison.

        Source: ``GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{new_run_id}/compare/{old_run_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import compare_runs as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import compare_project_runs as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("experiments.compare_legacy() is deprecated: use experiments.compare()", category=None)
    async def compare_legacy(
        self,
        new_run_id: str,
        old_run_id: str,
        *,
        aggregate_function: str | None = None,
        filters: Sequence[inputs.EventFilter | models.StoredFilter] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.RunComparison:
        """Compare two experiment runs, through the older path.

        Same as `GET /v1/runs/{new_run_id}/compare/{old_run_id}`, except that any string is accepted as the
        aggregate function.

        Deprecated: use GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}.
        Args:
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            aggregate_function: Function that aggregates the values of a metric; `average` if omitted.
            filters: Conditions that every event must meet. Sent as a JSON string.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The comparison.

        Source: ``GET /v1/runs/{new_run_id}/compare-with/{old_run_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import compare_runs_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def compare_events(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList: ...

    @overload
    @deprecated("experiments.compare_events() without project_id= is deprecated", category=None)
    async def compare_events(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList: ...

    async def compare_events(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str | None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList:
        """List the events of two runs in pairs, one page per call.

        Both events of a pair belong to the same datapoint.

        Args:
            project_id: Id of the project.
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of pairs.

        Source: ``GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{new_run_id}/compare/{old_run_id}/events``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import compare_run_events as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.experiments import compare_project_run_events as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def compare_events_all(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.EventPair]: ...

    @overload
    @deprecated("experiments.compare_events() without project_id= is deprecated", category=None)
    def compare_events_all(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.EventPair]: ...

    def compare_events_all(
        self,
        new_run_id: str,
        old_run_id: str,
        project_id: str | None = None,
        *,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.EventPair]:
        """Iterate over the items of all pages of `compare_events`; a page is fetched when its first item is
        needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            new_run_id: Id of the newer run, a UUID.
            old_run_id: Id of the older run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An asynchronous iterator over the items.

        Source: ``GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events`` on the host ``v1``; without ``project_id``,
        ``GET /v1/runs/{new_run_id}/compare/{old_run_id}/events``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.experiments import compare_run_events as unscoped

            return self._pages(unscoped.OPERATION, unscoped.build_request, arguments, lambda page: page.events)
        from ..api.experiments import compare_project_run_events as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)

    @deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
    async def compare_events_legacy(
        self,
        *,
        run_id_1: str,
        run_id_2: str,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EventPairList:
        """List the events of two runs in pairs, with the ids of the runs in the query.

        Same as `GET /v1/runs/{new_run_id}/compare/{old_run_id}/events`.

        Deprecated: use GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events.
        Args:
            run_id_1: Id of the first run, a UUID.
            run_id_2: Id of the second run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of pairs.

        Source: ``GET /v1/runs/compare/events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import compare_run_events_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("experiments.compare_events_legacy() is deprecated: use experiments.compare_events()", category=None)
    def compare_events_legacy_all(
        self,
        *,
        run_id_1: str,
        run_id_2: str,
        event_name: str | None = None,
        event_type: str | None = None,
        filter: Mapping[str, Any] | None = None,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.EventPair]:
        """Iterate over the items of all pages of `compare_events_legacy`; a page is fetched when its first
        item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Deprecated: use GET /v1/projects/{project_id}/runs/{new_run_id}/compare/{old_run_id}/events.
        Args:
            run_id_1: Id of the first run, a UUID.
            run_id_2: Id of the second run, a UUID.
            event_name: Only events with this name.
            event_type: Only events of this type.
            filter: Further conditions for the events. Sent as a JSON string.
            limit: Number of items per page, at most 1000; 1000 if omitted.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An asynchronous iterator over the items.

        Source: ``GET /v1/runs/compare/events`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.experiments import compare_run_events_legacy as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.events)
