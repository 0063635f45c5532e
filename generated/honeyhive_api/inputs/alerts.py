# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``alerts``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateAlertRequest(TypedDict, total=False):
    """An alert to create."""

    name: Required[str]
    """Name of the alert."""
    frequency: Required[models.AlertFrequency]
    """Interval at which an alert is evaluated."""
    thresholds: Required[inputs.AlertThresholds | models.StoredAlertThresholds]
    """Thresholds that raise and resolve an alert."""
    filters: Required[Sequence[inputs.Filter | models.StoredFilter]]
    """Conditions that every event must meet."""
    projections: Required[Sequence[str]]
    """Metrics to evaluate."""
    notification_details: Required[inputs.AlertNotificationDetails]
    """Recipients for each stage of an alert."""
    description: str
    """Free-form description."""
    minimum_sample_size: int
    """Minimum number of events needed to evaluate the alert; none if omitted."""
    alert_type: models.AlertType
    """Type of an alert."""
    aggregation: models.AlertAggregation
    """Function that aggregates the values of an alert."""
    status: models.AlertStatus
    """Status of an alert."""


class AlertBound(TypedDict, total=False):
    """A threshold."""

    operator: Required[models.AlertOperator]
    """Operator that compares a value with a threshold."""
    value: Required[float]
    """The bound."""


class AlertThresholds(TypedDict, total=False):
    """Thresholds that raise and resolve an alert."""

    critical: Required[inputs.AlertBound | models.StoredAlertBound]
    """Threshold that raises the alert."""
    resolved: Required[inputs.AlertBound | models.StoredAlertBound]
    """Threshold that resolves the alert."""


class AlertRecipients(TypedDict, total=False):
    """Recipients and channel of a notification."""

    channel: Required[models.NotificationChannel]
    """Channel of a notification."""
    scope: Required[models.NotificationScope]
    """Recipients of a notification."""
    metadata: Required[Mapping[str, Any]]
    """Settings of the channel."""
    user_ids: Sequence[str]
    """Ids of the members to notify."""


class AlertNotificationDetails(TypedDict, total=False):
    """Recipients for each stage of an alert."""

    critical: Required[inputs.AlertRecipients]
    """Recipients when the alert is raised."""
    resolved: Required[inputs.AlertRecipients]
    """Recipients when the alert is resolved."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateAlertRequest,
    AlertBound,
    AlertThresholds,
    AlertRecipients,
    AlertNotificationDetails,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
