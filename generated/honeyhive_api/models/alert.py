# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Alert(Model):
    """A stored alert."""

    id: str
    """Id of the alert."""
    name: str
    """Name of the alert."""
    status: str
    """Status, e.g. `ACTIVE`."""
    frequency: str
    """Interval at which it is evaluated, e.g. `DAILY`."""
    minimum_sample_size: int
    """Minimum number of events needed to evaluate the alert."""
    alert_type: str
    """Type, e.g. `AGGREGATE`."""
    aggregation: str
    """Aggregate function, e.g. `AVERAGE`."""
    event_filters: list[models.AlertEventFilter]
    """Conditions on the events."""
    event_metrics: list[models.AlertEventMetric]
    """Metrics that it evaluates."""
    thresholds: models.StoredAlertThresholds
    """Thresholds that raise and resolve an alert, as stored."""
    is_active: bool
    """False after it was archived."""
    is_muted: bool
    """True if its notifications are off."""
    created_at: str
    """Creation time."""
    scope_type: str
    """Type of the object that it belongs to."""
    scope_id: str
    """Id of the object that it belongs to."""
    description: None | str | Unset = UNSET
    """Free-form description."""
    last_run_at: None | str | Unset = UNSET
    """Time of the last evaluation."""
    last_result: models.AlertResult | None | Unset = UNSET
    trigger_error: None | str | Unset = UNSET
    """Error of the last evaluation, if there was one."""
    updated_at: None | str | Unset = UNSET
    """Time of the last change."""
    last_trigger_id: None | str | Unset = UNSET
    """Id of the latest trigger."""
    created_by: None | str | Unset = UNSET
    """User who created it."""
    last_trigger: models.AlertTrigger | Unset = UNSET
    """A trigger: one occasion on which an alert was raised."""
    triggers: list[models.AlertTrigger] | Unset = UNSET
    """Occasions on which the alert was raised."""
    notifications: list[models.AlertNotification] | Unset = UNSET
    """Notifications of the alert."""

    _nested: ClassVar = {
        "event_filters": Nested(models=("AlertEventFilter",)),
        "event_metrics": Nested(models=("AlertEventMetric",)),
        "thresholds": Nested(models=("StoredAlertThresholds",)),
        "last_result": Nested(models=("AlertResult",)),
        "last_trigger": Nested(models=("AlertTrigger",)),
        "triggers": Nested(models=("AlertTrigger",)),
        "notifications": Nested(models=("AlertNotification",)),
    }
