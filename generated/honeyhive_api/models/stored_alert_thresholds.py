# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.stored_alert_bound import StoredAlertBound


@_define(repr=False)
class StoredAlertThresholds(Model):
    """When an alert is raised and when it is over, as it is stored."""

    critical: StoredAlertBound
    """A bound, as it is stored."""
    resolved: StoredAlertBound
    """A bound, as it is stored."""

    _nested: ClassVar = {
        "critical": Nested(models=("StoredAlertBound",)),
        "resolved": Nested(models=("StoredAlertBound",)),
    }
