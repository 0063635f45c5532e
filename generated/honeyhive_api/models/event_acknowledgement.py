# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class EventAcknowledgement(Model):
    """What the service answers to one event."""

    success: bool
    """Whether the event is stored."""
    event_id: str
    """The id of the event."""
