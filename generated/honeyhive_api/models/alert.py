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
    """The id of the alert."""
    name: str
    """The name of the alert."""
    status: str
    """The state it is in, as in `ACTIVE`."""
    frequency: str
    """How often it is checked, as in `DAILY`."""
    minimum_sample_size: int
    """How many events it takes to judge."""
    alert_type: str
    """What it looks at, as in `AGGREGATE`."""
    aggregation: str
    """How the values become one, as in `AVERAGE`."""
    event_filters: list[models.AlertEventFilter]
    """The conditions on the events."""
    event_metrics: list[models.AlertEventMetric]
    """The metrics that it looks at."""
    thresholds: models.StoredAlertThresholds
    """When an alert is raised and when it is over, as it is stored."""
    is_active: bool
    """False once it is archived."""
    is_muted: bool
    """Whether nobody is told."""
    created_at: str
    """When it was created."""
    scope_type: str
    """What kind of thing it belongs to."""
    scope_id: str
    """The id of what it belongs to."""
    description: None | str | Unset = UNSET
    """What it is for."""
    last_run_at: None | str | Unset = UNSET
    """When it was last checked."""
    last_result: models.AlertResult | None | Unset = UNSET
    trigger_error: None | str | Unset = UNSET
    """What went wrong when it was last checked."""
    updated_at: None | str | Unset = UNSET
    """When it was last changed."""
    last_trigger_id: None | str | Unset = UNSET
    """The id of the last time it was raised."""
    created_by: None | str | Unset = UNSET
    """Who created it."""
    last_trigger: models.AlertTrigger | Unset = UNSET
    """One time that an alert was raised."""
    triggers: list[models.AlertTrigger] | Unset = UNSET
    """When it was raised."""
    notifications: list[models.AlertNotification] | Unset = UNSET
    """Who is told."""

    _nested: ClassVar = {
        "event_filters": Nested(models=("AlertEventFilter",)),
        "event_metrics": Nested(models=("AlertEventMetric",)),
        "thresholds": Nested(models=("StoredAlertThresholds",)),
        "last_result": Nested(models=("AlertResult",)),
        "last_trigger": Nested(models=("AlertTrigger",)),
        "triggers": Nested(models=("AlertTrigger",)),
        "notifications": Nested(models=("AlertNotification",)),
    }
