# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class AlertResult(Model):
    """What a check of an alert found. More keys may appear."""

    current_bucket_score: bool | float | Unset = UNSET
    """The value now."""
    previous_bucket_score: bool | float | Unset = UNSET
    """The value before."""
    last_triggered_baseline: bool | float | Unset = UNSET
    """The value when it was last raised."""
    drift_percentage: float | Unset = UNSET
    """How far the value has moved, in percent."""
    thresholds: models.StoredAlertThresholds | Unset = UNSET
    """When an alert is raised and when it is over, as it is stored."""
    event_filters: list[Any] | Unset = UNSET
    """The conditions that counted."""
    event_metrics: list[Any] | Unset = UNSET
    """The metrics that counted."""
    aggregation: str | Unset = UNSET
    """How the values became one."""

    _nested: ClassVar = {"thresholds": Nested(models=("StoredAlertThresholds",))}
