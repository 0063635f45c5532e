# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class StoredAlertThresholds(Model):
    """When an alert is raised and when it is over, as it is stored."""

    critical: models.StoredAlertBound
    """A bound, as it is stored."""
    resolved: models.StoredAlertBound
    """A bound, as it is stored."""

    _nested: ClassVar = {
        "critical": Nested(models=("StoredAlertBound",)),
        "resolved": Nested(models=("StoredAlertBound",)),
    }
