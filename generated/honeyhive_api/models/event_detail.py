# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class EventDetail(Model):
    """A kind of event that occurs."""

    event_name: str
    """The name of the events."""
    event_type: str
    """The type of the events."""
