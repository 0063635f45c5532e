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
    """The name of the event."""
    event_type: str
    """The type of the event."""
    session_id: str
    """The session it belongs to."""
    metadata: models.MeasuredEventMetadata
    """What ties an event to its datapoint."""
    metrics: dict[str, float | bool]
    """The value of each metric, by its name."""

    _nested: ClassVar = {"metadata": Nested(models=("MeasuredEventMetadata",))}
