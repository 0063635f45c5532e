# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``alerts``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from ..inputs.events import Filter
from ..models.alert_aggregation import AlertAggregation
from ..models.alert_frequency import AlertFrequency
from ..models.alert_operator import AlertOperator
from ..models.alert_status import AlertStatus
from ..models.alert_type import AlertType
from ..models.notification_channel import NotificationChannel
from ..models.notification_scope import NotificationScope
from ..models.stored_alert_bound import StoredAlertBound
from ..models.stored_alert_thresholds import StoredAlertThresholds
from ..models.stored_filter import StoredFilter


class CreateAlertRequest(TypedDict, total=False):
    """An alert to create."""

    name: Required[str]
    """The name of the alert."""
    frequency: Required[AlertFrequency]
    """How often an alert is checked."""
    thresholds: Required[AlertThresholds | StoredAlertThresholds]
    """When an alert is raised and when it is over."""
    filters: Required[Sequence[Filter | StoredFilter]]
    """The conditions that an event has to meet, all of them."""
    projections: Required[Sequence[str]]
    """The metrics to look at."""
    notification_details: Required[AlertNotificationDetails]
    """Who is told when."""
    description: str
    """What it is for."""
    minimum_sample_size: int
    """How many events it takes to judge; none when left out."""
    alert_type: AlertType
    """What an alert looks at."""
    aggregation: AlertAggregation
    """How the values of an alert become one."""
    status: AlertStatus
    """The state of an alert."""


class AlertBound(TypedDict, total=False):
    """A bound."""

    operator: Required[AlertOperator]
    """How a value is compared with a bound."""
    value: Required[float]
    """The bound."""


class AlertThresholds(TypedDict, total=False):
    """When an alert is raised and when it is over."""

    critical: Required[AlertBound | StoredAlertBound]
    """When it is raised."""
    resolved: Required[AlertBound | StoredAlertBound]
    """When it is over."""


class AlertRecipients(TypedDict, total=False):
    """Who is told, and how."""

    channel: Required[NotificationChannel]
    """How somebody is told."""
    scope: Required[NotificationScope]
    """Who is told."""
    metadata: Required[Mapping[str, Any]]
    """What the channel needs to know."""
    user_ids: Sequence[str]
    """The ids of the members to tell."""


class AlertNotificationDetails(TypedDict, total=False):
    """Who is told when."""

    critical: Required[AlertRecipients]
    """Who is told when it is raised."""
    resolved: Required[AlertRecipients]
    """Who is told when it is over."""
