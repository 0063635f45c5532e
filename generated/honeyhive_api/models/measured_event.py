# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class MeasuredEvent(Model):
    """An event with its metrics."""

    event_name: str
    """Name of the event."""
    event_type: str
    """Type of the event."""
    session_id: str
    """Id of the session of the event."""
    metadata: models.MeasuredEventMetadata
    """Link between an event and its datapoint."""
    metrics: dict[str, float | bool]
    """Metric values by metric name."""

    _nested: ClassVar = {"metadata": Nested(models=("MeasuredEventMetadata",))}
