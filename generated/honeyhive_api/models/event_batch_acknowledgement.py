# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EventBatchAcknowledgement(Model):
    """What the service answers to several events."""

    success: bool
    """Whether the events are stored."""
    event_ids: list[str]
    """The ids of the events, in the order in which they were sent."""
    session_id: str | Unset = UNSET
    """The session they share, if they do."""
