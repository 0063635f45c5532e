# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``alerts``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateAlertRequest(TypedDict, total=False):
    """An alert to create."""

    name: Required[str]
    """The name of the alert."""
    frequency: Required[models.AlertFrequency]
    """How often an alert is checked."""
    thresholds: Required[inputs.AlertThresholds | models.StoredAlertThresholds]
    """When an alert is raised and when it is over."""
    filters: Required[Sequence[inputs.Filter | models.StoredFilter]]
    """The conditions that an event has to meet, all of them."""
    projections: Required[Sequence[str]]
    """The metrics to look at."""
    notification_details: Required[inputs.AlertNotificationDetails]
    """Who is told when."""
    description: str
    """What it is for."""
    minimum_sample_size: int
    """How many events it takes to judge; none when left out."""
    alert_type: models.AlertType
    """What an alert looks at."""
    aggregation: models.AlertAggregation
    """How the values of an alert become one."""
    status: models.AlertStatus
    """The state of an alert."""


class AlertBound(TypedDict, total=False):
    """A bound."""

    operator: Required[models.AlertOperator]
    """How a value is compared with a bound."""
    value: Required[float]
    """The bound."""


class AlertThresholds(TypedDict, total=False):
    """When an alert is raised and when it is over."""

    critical: Required[inputs.AlertBound | models.StoredAlertBound]
    """When it is raised."""
    resolved: Required[inputs.AlertBound | models.StoredAlertBound]
    """When it is over."""


class AlertRecipients(TypedDict, total=False):
    """Who is told, and how."""

    channel: Required[models.NotificationChannel]
    """How somebody is told."""
    scope: Required[models.NotificationScope]
    """Who is told."""
    metadata: Required[Mapping[str, Any]]
    """What the channel needs to know."""
    user_ids: Sequence[str]
    """The ids of the members to tell."""


class AlertNotificationDetails(TypedDict, total=False):
    """Who is told when."""

    critical: Required[inputs.AlertRecipients]
    """Who is told when it is raised."""
    resolved: Required[inputs.AlertRecipients]
    """Who is told when it is over."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateAlertRequest,
    AlertBound,
    AlertThresholds,
    AlertRecipients,
    AlertNotificationDetails,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
