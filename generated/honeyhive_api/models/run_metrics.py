# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.measured_event import MeasuredEvent


@_define(repr=False)
class RunMetrics(Model):
    """The events of a run with their metrics."""

    events: list[MeasuredEvent]
    """The events."""
    total_events: int
    """How many events there are."""

    _wire_keys: ClassVar = {"total_events": "totalEvents"}
    _nested: ClassVar = {"events": Nested(models=("MeasuredEvent",))}
