# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``alerts``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import inputs, models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, AsyncPages, AsyncPagesCall, Call, Pages, PagesCall


class Alerts:
    """An alert notifies people when a metric crosses a threshold."""

    def __init__(self, call: Call, pages: PagesCall) -> None:
        self._call = call
        self._pages = pages

    def list(
        self,
        project_id: str,
        *,
        page: int | None = None,
        limit: int | None = None,
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.AlertList:
        """List the alerts of a project, one page per call.

        With `status`, only alerts with that status are listed.

        Args:
            project_id: Id of the project.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            status: Only alerts with this status.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of alerts.

        Source: ``GET /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import list_alerts as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def list_all(
        self,
        project_id: str,
        *,
        page: int | None = None,
        limit: int | None = None,
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> Pages[models.Alert]:
        """Iterate over the items of all pages of `list`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            status: Only alerts with this status.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An iterator over the items.

        Source: ``GET /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import list_alerts as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.data)

    def create(
        self,
        project_id: str,
        *,
        name: str,
        frequency: models.AlertFrequency,
        thresholds: inputs.AlertThresholds | models.StoredAlertThresholds,
        filters: Sequence[inputs.Filter | models.StoredFilter],
        projections: Sequence[str],
        notification_details: inputs.AlertNotificationDetails,
        description: str | None = None,
        minimum_sample_size: int | None = None,
        alert_type: models.AlertType | None = None,
        aggregation: models.AlertAggregation | None = None,
        status: models.AlertStatus | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.AlertReply:
        """Create an alert.

        The request is refused until a stored event matches the filters and has the metrics.

        Args:
            project_id: Id of the project.
            name: Name of the alert.
            frequency: Interval at which an alert is evaluated.
            thresholds: Thresholds that raise and resolve an alert.
            filters: Conditions that every event must meet.
            projections: Metrics to evaluate.
            notification_details: Recipients for each stage of an alert.
            description: Free-form description.
            minimum_sample_size: Minimum number of events needed to evaluate the alert; none if omitted.
            alert_type: Type of an alert.
            aggregation: Function that aggregates the values of an alert.
            status: Status of an alert.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The alert.

        Source: ``POST /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import create_alert as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        project_id: str,
        alert_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.AlertReply:
        """Return one alert.

        The alert is under the key `data`.

        Args:
            project_id: Id of the project.
            alert_id: Id of the alert.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The alert.

        Source: ``GET /v1/projects/{project_id}/alerts/{alert_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import get_alert as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncAlerts:
    """An alert notifies people when a metric crosses a threshold."""

    def __init__(self, call: AsyncCall, pages: AsyncPagesCall) -> None:
        self._call = call
        self._pages = pages

    async def list(
        self,
        project_id: str,
        *,
        page: int | None = None,
        limit: int | None = None,
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.AlertList:
        """List the alerts of a project, one page per call.

        With `status`, only alerts with that status are listed.

        Args:
            project_id: Id of the project.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            status: Only alerts with this status.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of alerts.

        Source: ``GET /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import list_alerts as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    def list_all(
        self,
        project_id: str,
        *,
        page: int | None = None,
        limit: int | None = None,
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> AsyncPages[models.Alert]:
        """Iterate over the items of all pages of `list`; a page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterate again to resume; in another process pass
        the iterator's `page` as `page=`. Items added in the meantime may push others to a later page, so that
        these occur twice.

        Args:
            project_id: Id of the project.
            page: Page number, counted from 1.
            limit: Number of items per page, at most 100; 20 if omitted.
            status: Only alerts with this status.
            sort_by: Field to sort by; `created_at` if omitted.
            sort_order: Sort order; `desc` if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for each page with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            An asynchronous iterator over the items.

        Source: ``GET /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import list_alerts as operation

        return self._pages(operation.OPERATION, operation.build_request, arguments, lambda page: page.data)

    async def create(
        self,
        project_id: str,
        *,
        name: str,
        frequency: models.AlertFrequency,
        thresholds: inputs.AlertThresholds | models.StoredAlertThresholds,
        filters: Sequence[inputs.Filter | models.StoredFilter],
        projections: Sequence[str],
        notification_details: inputs.AlertNotificationDetails,
        description: str | None = None,
        minimum_sample_size: int | None = None,
        alert_type: models.AlertType | None = None,
        aggregation: models.AlertAggregation | None = None,
        status: models.AlertStatus | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.AlertReply:
        """Create an alert.

        The request is refused until a stored event matches the filters and has the metrics.

        Args:
            project_id: Id of the project.
            name: Name of the alert.
            frequency: Interval at which an alert is evaluated.
            thresholds: Thresholds that raise and resolve an alert.
            filters: Conditions that every event must meet.
            projections: Metrics to evaluate.
            notification_details: Recipients for each stage of an alert.
            description: Free-form description.
            minimum_sample_size: Minimum number of events needed to evaluate the alert; none if omitted.
            alert_type: Type of an alert.
            aggregation: Function that aggregates the values of an alert.
            status: Status of an alert.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The alert.

        Source: ``POST /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import create_alert as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        project_id: str,
        alert_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.AlertReply:
        """Return one alert.

        The alert is under the key `data`.

        Args:
            project_id: Id of the project.
            alert_id: Id of the alert.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The alert.

        Source: ``GET /v1/projects/{project_id}/alerts/{alert_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import get_alert as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
