# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class SessionEventAcknowledgement(Model):
    """What the legacy API answers to one event."""

    event_id: str | Unset = UNSET
    """The id of the event."""
    success: bool | Unset = UNSET
    """Whether the event was recorded."""
