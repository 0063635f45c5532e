# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class SessionEvent(Model):
    """An event, or a session with its events in `children`, as the legacy API has them. No field is required."""

    children: list[models.SessionEvent] | Unset = UNSET
    """The events directly below this one."""
    config: dict[str, Any] | Unset = UNSET
    """The configuration of the model, the tool or whatever else the event is about."""
    duration: float | Unset = UNSET
    """How long it took, in milliseconds."""
    end_time: float | Unset = UNSET
    """When it ended, in Unix milliseconds."""
    error: None | str | Unset = UNSET
    """What went wrong, if anything did."""
    event_id: str | Unset = UNSET
    """The id of the event."""
    event_name: str | Unset = UNSET
    """The name of the event."""
    event_type: str | Unset = UNSET
    """The type of the event; the legacy API takes any text."""
    feedback: dict[str, Any] | Unset = UNSET
    """What people said about it."""
    inputs: dict[str, Any] | Unset = UNSET
    """What went in."""
    metadata: dict[str, Any] | Unset = UNSET
    """Anything else worth keeping."""
    metrics: dict[str, Any] | Unset = UNSET
    """Measured values by name."""
    outputs: dict[str, Any] | Unset = UNSET
    """What came out."""
    project: str | Unset = UNSET
    """The name of the project."""
    session_id: None | str | Unset = UNSET
    """The session the event belongs to."""
    source: str | Unset = UNSET
    """Where the event comes from."""
    start_time: float | Unset = UNSET
    """When it started, in Unix milliseconds."""
    user_properties: dict[str, Any] | Unset = UNSET
    """What is known about the user."""

    _nested: ClassVar = {"children": Nested(models=("SessionEvent",))}
