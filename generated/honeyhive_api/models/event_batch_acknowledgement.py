# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EventBatchAcknowledgement(Model):
    """Response to several logged events."""

    success: bool
    """True if the events were stored."""
    event_ids: list[str]
    """Ids of the events, in the order in which they were sent."""
    session_id: str | Unset = UNSET
    """Id of the session, if the events share one."""
