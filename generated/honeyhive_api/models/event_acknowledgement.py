# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class EventAcknowledgement(Model):
    """Response to one logged event."""

    success: bool
    """True if the event was stored."""
    event_id: str
    """Id of the event."""
