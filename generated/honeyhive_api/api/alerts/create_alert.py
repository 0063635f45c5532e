# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/alerts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.alert_aggregation import AlertAggregation
    from ...models.alert_frequency import AlertFrequency
    from ...models.alert_notification_details import AlertNotificationDetails
    from ...models.alert_reply import AlertReply
    from ...models.alert_status import AlertStatus
    from ...models.alert_thresholds import AlertThresholds
    from ...models.alert_type import AlertType
    from ...models.filter_ import Filter

OPERATION = OPERATIONS["createAlert"]


def build_request(
    project_id: str,
    *,
    name: str,
    frequency: AlertFrequency,
    thresholds: AlertThresholds | Mapping[str, Any],
    filters: Sequence[Filter | Mapping[str, Any]],
    projections: Sequence[str],
    notification_details: AlertNotificationDetails | Mapping[str, Any],
    description: str | None = None,
    minimum_sample_size: int | None = None,
    alert_type: AlertType | None = None,
    aggregation: AlertAggregation | None = None,
    status: AlertStatus | None = None,
) -> Request:
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

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    body_["frequency"] = frequency

    body_["thresholds"] = thresholds

    body_["filters"] = filters

    body_["projections"] = projections

    body_["notification_details"] = notification_details

    if description is not None:
        body_["description"] = description

    if minimum_sample_size is not None:
        body_["minimum_sample_size"] = minimum_sample_size

    if alert_type is not None:
        body_["alert_type"] = alert_type

    if aggregation is not None:
        body_["aggregation"] = aggregation

    if status is not None:
        body_["status"] = status

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> AlertReply:
    """What was answered: The alert.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.alert_reply import AlertReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return AlertReply.from_dict(data or {})
