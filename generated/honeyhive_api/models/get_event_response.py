# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class GetEventResponse(Model):
    """An event, under the key `event`."""

    event: models.Event
    """A stored event. It may have further keys."""

    _nested: ClassVar = {"event": Nested(models=("Event",))}
