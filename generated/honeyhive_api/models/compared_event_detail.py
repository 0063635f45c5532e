# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class ComparedEventDetail(Model):
    """Name and type of events that occur, and the runs in which they do."""

    event_name: str
    """Name of the events."""
    event_type: str
    """Type of the events."""
    presence: str
    """Runs in which it occurs, `old`, `new` or `both`."""
