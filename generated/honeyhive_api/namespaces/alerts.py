# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``alerts``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..inputs.alerts import AlertNotificationDetails, AlertThresholds
    from ..inputs.events import Filter
    from ..models.alert import Alert
    from ..models.alert_aggregation import AlertAggregation
    from ..models.alert_frequency import AlertFrequency
    from ..models.alert_list import AlertList
    from ..models.alert_order import AlertOrder
    from ..models.alert_reply import AlertReply
    from ..models.alert_status import AlertStatus
    from ..models.alert_type import AlertType
    from ..models.sort_order import SortOrder
    from ..models.stored_alert_thresholds import StoredAlertThresholds
    from ..models.stored_filter import StoredFilter
    from . import AsyncCall, AsyncPages, AsyncPagesCall, Call, Pages, PagesCall


class Alerts:
    """An alert tells people when a metric leaves its bounds."""

    def __init__(self, call: Call, pages: PagesCall) -> None:
        self._call = call
        self._pages = pages

    def list(
        self,
        project_id: str,
        *,
        page: int | None = None,
        limit: int | None = None,
        status: AlertStatus | None = None,
        sort_by: AlertOrder | None = None,
        sort_order: SortOrder | None = None,
        timeout: float | None = None,
    ) -> AlertList:
        """List the alerts of a project, a page at a time.

        An alert is listed when it is in the state asked for.

        Args:
            project_id: The id of the project.
            page: Which page, counted from 1.
            limit: How many items a page holds, at most 100; 20 when left out.
            status: Only alerts in this state.
            sort_by: What to sort by; `created_at` when left out.
            sort_order: Which way to sort; `desc` when left out.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        status: AlertStatus | None = None,
        sort_by: AlertOrder | None = None,
        sort_order: SortOrder | None = None,
        timeout: float | None = None,
    ) -> Pages[Alert]:
        """Iterate over all items that `list` finds; each page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterating again resumes; in another process pass
        the iterator's `page` as `page=`. Items that are added meanwhile may move others to a later page, so that
        they come twice.

        Args:
            project_id: The id of the project.
            page: Which page, counted from 1.
            limit: How many items a page holds, at most 100; 20 when left out.
            status: Only alerts in this state.
            sort_by: What to sort by; `created_at` when left out.
            sort_order: Which way to sort; `desc` when left out.
            timeout: Seconds for each page with its retries; the client's when left out.

        Returns:
            The items, for `for`.

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
        frequency: AlertFrequency,
        thresholds: AlertThresholds | StoredAlertThresholds,
        filters: Sequence[Filter | StoredFilter],
        projections: Sequence[str],
        notification_details: AlertNotificationDetails,
        description: str | None = None,
        minimum_sample_size: int | None = None,
        alert_type: AlertType | None = None,
        aggregation: AlertAggregation | None = None,
        status: AlertStatus | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> AlertReply:
        """Create an alert.

        Refused as long as no stored event meets the filters and has the metrics.

        Args:
            project_id: The id of the project.
            name: The name of the alert.
            frequency: How often an alert is checked.
            thresholds: When an alert is raised and when it is over.
            filters: The conditions that an event has to meet, all of them.
            projections: The metrics to look at.
            notification_details: Who is told when.
            description: What it is for.
            minimum_sample_size: How many events it takes to judge; none when left out.
            alert_type: What an alert looks at.
            aggregation: How the values of an alert become one.
            status: The state of an alert.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> AlertReply:
        """Read one alert.

        The alert comes wrapped under `data`.

        Args:
            project_id: The id of the project.
            alert_id: The id of the alert.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The alert.

        Source: ``GET /v1/projects/{project_id}/alerts/{alert_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import get_alert as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncAlerts:
    """An alert tells people when a metric leaves its bounds."""

    def __init__(self, call: AsyncCall, pages: AsyncPagesCall) -> None:
        self._call = call
        self._pages = pages

    async def list(
        self,
        project_id: str,
        *,
        page: int | None = None,
        limit: int | None = None,
        status: AlertStatus | None = None,
        sort_by: AlertOrder | None = None,
        sort_order: SortOrder | None = None,
        timeout: float | None = None,
    ) -> AlertList:
        """List the alerts of a project, a page at a time.

        An alert is listed when it is in the state asked for.

        Args:
            project_id: The id of the project.
            page: Which page, counted from 1.
            limit: How many items a page holds, at most 100; 20 when left out.
            status: Only alerts in this state.
            sort_by: What to sort by; `created_at` when left out.
            sort_order: Which way to sort; `desc` when left out.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        status: AlertStatus | None = None,
        sort_by: AlertOrder | None = None,
        sort_order: SortOrder | None = None,
        timeout: float | None = None,
    ) -> AsyncPages[Alert]:
        """Iterate over all items that `list` finds; each page is fetched when its first item is needed.

        Each page is a call with its own retries. After an error, iterating again resumes; in another process pass
        the iterator's `page` as `page=`. Items that are added meanwhile may move others to a later page, so that
        they come twice.

        Args:
            project_id: The id of the project.
            page: Which page, counted from 1.
            limit: How many items a page holds, at most 100; 20 when left out.
            status: Only alerts in this state.
            sort_by: What to sort by; `created_at` when left out.
            sort_order: Which way to sort; `desc` when left out.
            timeout: Seconds for each page with its retries; the client's when left out.

        Returns:
            The items, for `async for`.

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
        frequency: AlertFrequency,
        thresholds: AlertThresholds | StoredAlertThresholds,
        filters: Sequence[Filter | StoredFilter],
        projections: Sequence[str],
        notification_details: AlertNotificationDetails,
        description: str | None = None,
        minimum_sample_size: int | None = None,
        alert_type: AlertType | None = None,
        aggregation: AlertAggregation | None = None,
        status: AlertStatus | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> AlertReply:
        """Create an alert.

        Refused as long as no stored event meets the filters and has the metrics.

        Args:
            project_id: The id of the project.
            name: The name of the alert.
            frequency: How often an alert is checked.
            thresholds: When an alert is raised and when it is over.
            filters: The conditions that an event has to meet, all of them.
            projections: The metrics to look at.
            notification_details: Who is told when.
            description: What it is for.
            minimum_sample_size: How many events it takes to judge; none when left out.
            alert_type: What an alert looks at.
            aggregation: How the values of an alert become one.
            status: The state of an alert.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> AlertReply:
        """Read one alert.

        The alert comes wrapped under `data`.

        Args:
            project_id: The id of the project.
            alert_id: The id of the alert.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The alert.

        Source: ``GET /v1/projects/{project_id}/alerts/{alert_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.alerts import get_alert as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
