# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EventPairList(Model):
    """A page of event pairs."""

    events: list[models.EventPair]
    """The pairs of this page."""
    total_events: int
    """Total number of pairs."""

    _wire_keys: ClassVar = {"total_events": "totalEvents"}
    _nested: ClassVar = {"events": Nested(models=("EventPair",))}
