# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class RunMetrics(Model):
    """The events of a run with their metrics."""

    events: list[models.MeasuredEvent]
    """The events."""
    total_events: int
    """Total number of events."""

    _wire_keys: ClassVar = {"total_events": "totalEvents"}
    _nested: ClassVar = {"events": Nested(models=("MeasuredEvent",))}
