# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``charts``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import inputs, models
from ..types import UNSET, Unset, deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Charts:
    """A chart plots a metric over time."""

    def __init__(self, call: Call) -> None:
        self._call = call

    @overload
    def list(
        self,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartList: ...

    @overload
    @deprecated("charts.list() without project_id= is deprecated", category=None)
    def list(
        self,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartList: ...

    def list(
        self,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartList:
        """List the charts of a project.

        The response is not paged.

        Args:
            project_id: Id of the project.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The charts.

        Source: ``GET /v1/projects/{project_id}/charts`` on the host ``v1``; without ``project_id``,
        ``GET /v1/charts``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import list_charts_legacy as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import list_charts as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def create(
        self,
        project_id: str,
        *,
        name: str,
        metric: str,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    @overload
    @deprecated("charts.create() without project_id= is deprecated", category=None)
    def create(
        self,
        project_id: None = None,
        *,
        name: str,
        metric: str,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    def create(
        self,
        project_id: str | None = None,
        *,
        name: str,
        metric: str,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply:
        """Create a chart.

        The chart plots one metric over time.

        Args:
            project_id: Id of the project.
            name: Name of the chart.
            metric: Metric to plot.
            description: Description of the chart.
            func: Function that aggregates the values of a bucket, e.g. `sum`, `avg`, `median`, `min` or
                `max`.
            group_by: Field to group by, with one line per value.
            bucketing: Bucket size of a chart.
            date_range: Time range of a chart, either named or with both ends.
            query: Conditions that every event must meet.
            owner_id: Id of the user who owns the chart.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The chart.

        Source: ``POST /v1/projects/{project_id}/charts`` on the host ``v1``; without ``project_id``,
        ``POST /v1/charts``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import create_chart_legacy as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import create_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def query(
        self,
        project_id: str,
        *,
        date_range: inputs.ChartQueryDateRange,
        query: inputs.ChartQuery,
        filters: Sequence[inputs.Filter | models.StoredFilter] | None = None,
        product_filters: inputs.ChartProductFilters | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartQueryReply:
        """Compute the data of a chart from the events of a project.

        Nothing is stored. The keys of `data` depend on `query.kind`. The key needs the permission
        `project.event.get`.

        Args:
            project_id: Id of the project.
            date_range: Time range of a chart query.
            query: Kind, measures and splitting of a chart.
            filters: Conditions on the events, all of which must be met.
            product_filters: Filters by experiments.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The data of the chart.

        Source: ``POST /v1/projects/{project_id}/charts/query`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import query_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def get(
        self,
        chart_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    @overload
    @deprecated("charts.get() without project_id= is deprecated", category=None)
    def get(
        self,
        chart_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    def get(
        self,
        chart_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply:
        """Return one chart.

        The chart is under the key `data`.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The chart.

        Source: ``GET /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/charts/{chart_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import get_chart_legacy as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import get_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def delete(
        self,
        chart_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartDeleted: ...

    @overload
    @deprecated("charts.delete() without project_id= is deprecated", category=None)
    def delete(
        self,
        chart_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartDeleted: ...

    def delete(
        self,
        chart_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartDeleted:
        """Delete a chart.

        The chart is also removed from the project's dashboards. This is a soft delete: the record is kept.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/charts/{chart_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import delete_chart_legacy as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import delete_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def update(
        self,
        chart_id: str,
        project_id: str,
        *,
        name: str | None = None,
        metric: str | None = None,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    @overload
    @deprecated("charts.update() without project_id= is deprecated", category=None)
    def update(
        self,
        chart_id: str,
        project_id: None = None,
        *,
        name: str | None = None,
        metric: str | None = None,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    def update(
        self,
        chart_id: str,
        project_id: str | None = None,
        *,
        name: str | None = None,
        metric: str | None = None,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply:
        """Update a chart.

        Only the keys sent are changed.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            name: Name of the chart.
            metric: Metric to plot.
            description: Description of the chart.
            func: Function that aggregates the values of a bucket, e.g. `sum`, `avg`, `median`, `min` or
                `max`.
            group_by: Field to group by, with one line per value.
            bucketing: Bucket size of a chart.
            date_range: Time range of a chart, either named or with both ends.
            query: Conditions that every event must meet.
            owner_id: Id of the user who owns the chart.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The chart.

        Source: ``PATCH /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/charts/{chart_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import update_chart_legacy as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import update_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncCharts:
    """A chart plots a metric over time."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    @overload
    async def list(
        self,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartList: ...

    @overload
    @deprecated("charts.list() without project_id= is deprecated", category=None)
    async def list(
        self,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartList: ...

    async def list(
        self,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartList:
        """List the charts of a project.

        The response is not paged.

        Args:
            project_id: Id of the project.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The charts.

        Source: ``GET /v1/projects/{project_id}/charts`` on the host ``v1``; without ``project_id``,
        ``GET /v1/charts``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import list_charts_legacy as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import list_charts as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def create(
        self,
        project_id: str,
        *,
        name: str,
        metric: str,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    @overload
    @deprecated("charts.create() without project_id= is deprecated", category=None)
    async def create(
        self,
        project_id: None = None,
        *,
        name: str,
        metric: str,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    async def create(
        self,
        project_id: str | None = None,
        *,
        name: str,
        metric: str,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply:
        """Create a chart.

        The chart plots one metric over time.

        Args:
            project_id: Id of the project.
            name: Name of the chart.
            metric: Metric to plot.
            description: Description of the chart.
            func: Function that aggregates the values of a bucket, e.g. `sum`, `avg`, `median`, `min` or
                `max`.
            group_by: Field to group by, with one line per value.
            bucketing: Bucket size of a chart.
            date_range: Time range of a chart, either named or with both ends.
            query: Conditions that every event must meet.
            owner_id: Id of the user who owns the chart.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The chart.

        Source: ``POST /v1/projects/{project_id}/charts`` on the host ``v1``; without ``project_id``,
        ``POST /v1/charts``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import create_chart_legacy as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import create_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def query(
        self,
        project_id: str,
        *,
        date_range: inputs.ChartQueryDateRange,
        query: inputs.ChartQuery,
        filters: Sequence[inputs.Filter | models.StoredFilter] | None = None,
        product_filters: inputs.ChartProductFilters | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartQueryReply:
        """Compute the data of a chart from the events of a project.

        Nothing is stored. The keys of `data` depend on `query.kind`. The key needs the permission
        `project.event.get`.

        Args:
            project_id: Id of the project.
            date_range: Time range of a chart query.
            query: Kind, measures and splitting of a chart.
            filters: Conditions on the events, all of which must be met.
            product_filters: Filters by experiments.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The data of the chart.

        Source: ``POST /v1/projects/{project_id}/charts/query`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import query_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def get(
        self,
        chart_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    @overload
    @deprecated("charts.get() without project_id= is deprecated", category=None)
    async def get(
        self,
        chart_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    async def get(
        self,
        chart_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply:
        """Return one chart.

        The chart is under the key `data`.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The chart.

        Source: ``GET /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``; without ``project_id``,
        ``GET /v1/charts/{chart_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import get_chart_legacy as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import get_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def delete(
        self,
        chart_id: str,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartDeleted: ...

    @overload
    @deprecated("charts.delete() without project_id= is deprecated", category=None)
    async def delete(
        self,
        chart_id: str,
        project_id: None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartDeleted: ...

    async def delete(
        self,
        chart_id: str,
        project_id: str | None = None,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartDeleted:
        """Delete a chart.

        The chart is also removed from the project's dashboards. This is a soft delete: the record is kept.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``; without ``project_id``,
        ``DELETE /v1/charts/{chart_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import delete_chart_legacy as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import delete_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def update(
        self,
        chart_id: str,
        project_id: str,
        *,
        name: str | None = None,
        metric: str | None = None,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    @overload
    @deprecated("charts.update() without project_id= is deprecated", category=None)
    async def update(
        self,
        chart_id: str,
        project_id: None = None,
        *,
        name: str | None = None,
        metric: str | None = None,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply: ...

    async def update(
        self,
        chart_id: str,
        project_id: str | None = None,
        *,
        name: str | None = None,
        metric: str | None = None,
        description: str | None = None,
        func: str | None = None,
        group_by: str | None | Unset = UNSET,
        bucketing: models.ChartBucketing | None = None,
        date_range: inputs.ChartDateRange | None = None,
        query: Sequence[inputs.ChartFilterInput | models.ChartFilter] | None = None,
        owner_id: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ChartReply:
        """Update a chart.

        Only the keys sent are changed.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            name: Name of the chart.
            metric: Metric to plot.
            description: Description of the chart.
            func: Function that aggregates the values of a bucket, e.g. `sum`, `avg`, `median`, `min` or
                `max`.
            group_by: Field to group by, with one line per value.
            bucketing: Bucket size of a chart.
            date_range: Time range of a chart, either named or with both ends.
            query: Conditions that every event must meet.
            owner_id: Id of the user who owns the chart.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The chart.

        Source: ``PATCH /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``; without ``project_id``,
        ``PUT /v1/charts/{chart_id}``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.charts import update_chart_legacy as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.charts import update_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
