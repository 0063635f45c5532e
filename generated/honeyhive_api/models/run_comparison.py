# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class RunComparison(Model):
    """Comparison of a run with an older one."""

    metrics: list[models.MetricComparison]
    """The change of each metric."""
    common_datapoints: list[str]
    """Ids of the datapoints that both ran on."""
    event_details: list[models.ComparedEventDetail]
    """Names and types of the events that occur."""
    old_run: models.Run
    """A stored experiment run."""
    new_run: models.Run
    """A stored experiment run."""

    _wire_keys: ClassVar = {"common_datapoints": "commonDatapoints"}
    _nested: ClassVar = {
        "metrics": Nested(models=("MetricComparison",)),
        "event_details": Nested(models=("ComparedEventDetail",)),
        "old_run": Nested(models=("Run",)),
        "new_run": Nested(models=("Run",)),
    }
