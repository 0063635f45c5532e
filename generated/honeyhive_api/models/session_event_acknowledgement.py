# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class SessionEventAcknowledgement(Model):
    """Response of the legacy API to one event."""

    event_id: str | Unset = UNSET
    """Id of the event."""
    success: bool | Unset = UNSET
    """True if the event was recorded."""
