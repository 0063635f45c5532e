# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class AlertTrigger(Model):
    """A trigger: one occasion on which an alert was raised."""

    id: str
    """Id of the trigger."""
    alert_id: str
    """Id of the alert."""
    result: models.AlertResult
    """Result of one evaluation of an alert. It may have further keys."""
    muted: bool
    """True if it was muted."""
    notification_sent: bool
    """True if a notification was sent."""
    triggered_time: str
    """Time at which the alert was raised."""
    resolved_time: None | str
    """Time at which it was resolved."""
    resolved_by: None | str
    """User who resolved it."""
    created_at: str
    """Creation time of the record."""
    updated_at: str
    """Time of the last change of the record."""

    _nested: ClassVar = {"result": Nested(models=("AlertResult",))}
