# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class SessionEvent(Model):
    """An event, or a session with its events in `children`, in the form of the legacy API. No field is required."""

    children: list[models.SessionEvent] | Unset = UNSET
    """Direct child events."""
    config: dict[str, Any] | Unset = UNSET
    """Configuration of the model, the tool or whatever else the event is about."""
    duration: float | Unset = UNSET
    """Duration in milliseconds."""
    end_time: float | Unset = UNSET
    """End time in Unix milliseconds."""
    error: None | str | Unset = UNSET
    """Error message, if there was an error."""
    event_id: str | Unset = UNSET
    """Id of the event."""
    event_name: str | Unset = UNSET
    """Name of the event."""
    event_type: str | Unset = UNSET
    """Type of the event; the legacy API accepts any string."""
    feedback: dict[str, Any] | Unset = UNSET
    """Feedback from people."""
    inputs: dict[str, Any] | Unset = UNSET
    """Inputs of the event."""
    metadata: dict[str, Any] | Unset = UNSET
    """Any other data."""
    metrics: dict[str, Any] | Unset = UNSET
    """Metric values by name."""
    outputs: dict[str, Any] | Unset = UNSET
    """Outputs of the event."""
    project: str | Unset = UNSET
    """Name of the project."""
    session_id: None | str | Unset = UNSET
    """Id of the session of the event."""
    source: str | Unset = UNSET
    """Source of the event."""
    start_time: float | Unset = UNSET
    """Start time in Unix milliseconds."""
    user_properties: dict[str, Any] | Unset = UNSET
    """Properties of the user."""

    _nested: ClassVar = {"children": Nested(models=("SessionEvent",))}
