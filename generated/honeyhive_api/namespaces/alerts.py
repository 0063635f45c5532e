# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``alerts``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import inputs, models
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
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        timeout: float | None = None,
    ) -> models.AlertList:
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
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        timeout: float | None = None,
    ) -> Pages[models.Alert]:
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
        timeout: float | None = None,
    ) -> models.AlertReply:
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
    ) -> models.AlertReply:
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
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        timeout: float | None = None,
    ) -> models.AlertList:
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
        status: models.AlertStatus | None = None,
        sort_by: models.AlertOrder | None = None,
        sort_order: models.SortOrder | None = None,
        timeout: float | None = None,
    ) -> AsyncPages[models.Alert]:
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
        timeout: float | None = None,
    ) -> models.AlertReply:
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
    ) -> models.AlertReply:
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
