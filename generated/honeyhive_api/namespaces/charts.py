# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``charts``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import inputs, models
from ..types import UNSET, Unset, deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Charts:
    """A chart plots a metric over time."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        project_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartList:
        """List the charts of a project.

        The response is not paged.

        Args:
            project_id: Id of the project.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The charts.

        Source: ``GET /v1/projects/{project_id}/charts`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import list_charts as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

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
        timeout: float | None = None,
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``POST /v1/projects/{project_id}/charts`` on the host ``v1``.
        """
        arguments = locals()
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
        timeout: float | None = None,
    ) -> models.ChartQueryReply:
        """Compute the data of a chart from the events of a project.

        Nothing is stored. The keys of `data` depend on `query.kind`. The key needs the permission
        `project.event.get`.

        Args:
            project_id: Id of the project.
            date_range: Time range of a chart query.
            query: What to compute.
            filters: Conditions on the events, all of which must be met.
            product_filters: Filters by experiments.
            extra_body: Further keys for the body, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The data of the chart.

        Source: ``POST /v1/projects/{project_id}/charts/query`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import query_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        project_id: str,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Return one chart.

        The chart is under the key `data`.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``GET /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import get_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        project_id: str,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartDeleted:
        """Delete a chart.

        The chart is also removed from the project's dashboards. This is a soft delete: the record is kept.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import delete_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        project_id: str,
        chart_id: str,
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
        timeout: float | None = None,
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``PATCH /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import update_chart as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.list_legacy() is deprecated: use charts.list()", category=None)
    def list_legacy(
        self,
        *,
        timeout: float | None = None,
    ) -> models.ChartList:
        """List the charts of the API key's project.

        Same as `GET /v1/projects/{project_id}/charts`, for the API key's project.

        Deprecated: use GET /v1/projects/{project_id}/charts.
        Args:
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The charts.

        Source: ``GET /v1/charts`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import list_charts_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.create_legacy() is deprecated: use charts.create()", category=None)
    def create_legacy(
        self,
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
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Create a chart in the API key's project.

        Same as `POST /v1/projects/{project_id}/charts`, for the API key's project.

        Deprecated: use POST /v1/projects/{project_id}/charts.
        Args:
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``POST /v1/charts`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import create_chart_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.get_legacy() is deprecated: use charts.get()", category=None)
    def get_legacy(
        self,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Return one chart of the API key's project.

        Same as `GET /v1/projects/{project_id}/charts/{chart_id}`, for the API key's project.

        Deprecated: use GET /v1/projects/{project_id}/charts/{chart_id}.
        Args:
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``GET /v1/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import get_chart_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.update_legacy() is deprecated: use charts.update()", category=None)
    def update_legacy(
        self,
        chart_id: str,
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
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Update a chart of the API key's project.

        Same as `PATCH /v1/projects/{project_id}/charts/{chart_id}`, for the API key's project.

        Deprecated: use PATCH /v1/projects/{project_id}/charts/{chart_id}.
        Args:
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``PUT /v1/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import update_chart_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.delete_legacy() is deprecated: use charts.delete()", category=None)
    def delete_legacy(
        self,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartDeleted:
        """Delete a chart of the API key's project.

        Same as `DELETE /v1/projects/{project_id}/charts/{chart_id}`, for the API key's project.

        Deprecated: use DELETE /v1/projects/{project_id}/charts/{chart_id}.
        Args:
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import delete_chart_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncCharts:
    """A chart plots a metric over time."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def list(
        self,
        project_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartList:
        """List the charts of a project.

        The response is not paged.

        Args:
            project_id: Id of the project.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The charts.

        Source: ``GET /v1/projects/{project_id}/charts`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import list_charts as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

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
        timeout: float | None = None,
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``POST /v1/projects/{project_id}/charts`` on the host ``v1``.
        """
        arguments = locals()
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
        timeout: float | None = None,
    ) -> models.ChartQueryReply:
        """Compute the data of a chart from the events of a project.

        Nothing is stored. The keys of `data` depend on `query.kind`. The key needs the permission
        `project.event.get`.

        Args:
            project_id: Id of the project.
            date_range: Time range of a chart query.
            query: What to compute.
            filters: Conditions on the events, all of which must be met.
            product_filters: Filters by experiments.
            extra_body: Further keys for the body, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The data of the chart.

        Source: ``POST /v1/projects/{project_id}/charts/query`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import query_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        project_id: str,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Return one chart.

        The chart is under the key `data`.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``GET /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import get_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        project_id: str,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartDeleted:
        """Delete a chart.

        The chart is also removed from the project's dashboards. This is a soft delete: the record is kept.

        Args:
            project_id: Id of the project.
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import delete_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        project_id: str,
        chart_id: str,
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
        timeout: float | None = None,
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``PATCH /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import update_chart as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.list_legacy() is deprecated: use charts.list()", category=None)
    async def list_legacy(
        self,
        *,
        timeout: float | None = None,
    ) -> models.ChartList:
        """List the charts of the API key's project.

        Same as `GET /v1/projects/{project_id}/charts`, for the API key's project.

        Deprecated: use GET /v1/projects/{project_id}/charts.
        Args:
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The charts.

        Source: ``GET /v1/charts`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import list_charts_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.create_legacy() is deprecated: use charts.create()", category=None)
    async def create_legacy(
        self,
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
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Create a chart in the API key's project.

        Same as `POST /v1/projects/{project_id}/charts`, for the API key's project.

        Deprecated: use POST /v1/projects/{project_id}/charts.
        Args:
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``POST /v1/charts`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import create_chart_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.get_legacy() is deprecated: use charts.get()", category=None)
    async def get_legacy(
        self,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Return one chart of the API key's project.

        Same as `GET /v1/projects/{project_id}/charts/{chart_id}`, for the API key's project.

        Deprecated: use GET /v1/projects/{project_id}/charts/{chart_id}.
        Args:
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``GET /v1/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import get_chart_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.update_legacy() is deprecated: use charts.update()", category=None)
    async def update_legacy(
        self,
        chart_id: str,
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
        timeout: float | None = None,
    ) -> models.ChartReply:
        """Update a chart of the API key's project.

        Same as `PATCH /v1/projects/{project_id}/charts/{chart_id}`, for the API key's project.

        Deprecated: use PATCH /v1/projects/{project_id}/charts/{chart_id}.
        Args:
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
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            The chart.

        Source: ``PUT /v1/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import update_chart_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("charts.delete_legacy() is deprecated: use charts.delete()", category=None)
    async def delete_legacy(
        self,
        chart_id: str,
        *,
        timeout: float | None = None,
    ) -> models.ChartDeleted:
        """Delete a chart of the API key's project.

        Same as `DELETE /v1/projects/{project_id}/charts/{chart_id}`, for the API key's project.

        Deprecated: use DELETE /v1/projects/{project_id}/charts/{chart_id}.
        Args:
            chart_id: Id of the chart.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/charts/{chart_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.charts import delete_chart_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
