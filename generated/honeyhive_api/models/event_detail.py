# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class EventDetail(Model):
    """Name and type of events that occur."""

    event_name: str
    """Name of the events."""
    event_type: str
    """Type of the events."""
