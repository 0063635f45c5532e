# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class StoredAlertThresholds(Model):
    """Thresholds that raise and resolve an alert, as stored."""

    critical: models.StoredAlertBound
    """A threshold, as stored."""
    resolved: models.StoredAlertBound
    """A threshold, as stored."""

    _nested: ClassVar = {
        "critical": Nested(models=("StoredAlertBound",)),
        "resolved": Nested(models=("StoredAlertBound",)),
    }
