# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class AlertResult(Model):
    """Result of one evaluation of an alert. It may have further keys."""

    current_bucket_score: bool | float | Unset = UNSET
    """Current value."""
    previous_bucket_score: bool | float | Unset = UNSET
    """Previous value."""
    last_triggered_baseline: bool | float | Unset = UNSET
    """Value when the alert was last raised."""
    drift_percentage: float | Unset = UNSET
    """Change of the value, in percent."""
    thresholds: models.StoredAlertThresholds | Unset = UNSET
    """Thresholds that raise and resolve an alert, as stored."""
    event_filters: list[Any] | Unset = UNSET
    """Conditions that were applied."""
    event_metrics: list[Any] | Unset = UNSET
    """Metrics that were evaluated."""
    aggregation: str | Unset = UNSET
    """Aggregate function that was applied."""

    _nested: ClassVar = {"thresholds": Nested(models=("StoredAlertThresholds",))}
