# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.event import Event


@_define(repr=False)
class GetEventResponse(Model):
    """One event, wrapped."""

    event: Event
    """A stored event. More keys may appear."""

    _nested: ClassVar = {"event": Nested(models=("Event",))}
