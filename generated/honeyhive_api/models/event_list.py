# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EventList(Model):
    """A page of events."""

    events: list[models.FoundEvent]
    """The events of this page."""
    count: float
    """Total number of events."""

    _nested: ClassVar = {"events": Nested(models=("FoundEvent",))}
