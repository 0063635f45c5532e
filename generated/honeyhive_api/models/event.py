# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Event(Model):
    """A stored event. It may have further keys."""

    event_id: str
    """Id of the event."""
    project_id: str | Unset = UNSET
    """Id of the project."""
    source: str | Unset = UNSET
    """Source of the event. Falls back to `unknown`."""
    event_name: str | Unset = UNSET
    """Name of the event. Falls back to `unknown`."""
    parent_id: str | Unset = UNSET
    """Id of the parent event. Falls back to the session."""
    children_ids: list[str] | Unset = UNSET
    """Ids of the direct child events."""
    config: dict[str, Any] | Unset = UNSET
    """Configuration used, such as the model and its settings."""
    inputs: dict[str, Any] | Unset = UNSET
    """Inputs of the event."""
    outputs: dict[str, Any] | Unset = UNSET
    """Outputs of the event."""
    error: None | str | Unset = UNSET
    """Error message, if there was an error."""
    start_time: float | Unset = UNSET
    """Start time in Unix milliseconds."""
    end_time: float | Unset = UNSET
    """End time in Unix milliseconds."""
    duration: float | Unset = UNSET
    """Duration in milliseconds."""
    metadata: dict[str, Any] | Unset = UNSET
    """Any other data, such as token counts."""
    feedback: dict[str, Any] | Unset = UNSET
    """Feedback from people, or the ground truth."""
    metrics: dict[str, Any] | Unset = UNSET
    """Metric values by name."""
    user_properties: dict[str, Any] | Unset = UNSET
    """Properties of the user."""
    project: str | Unset = UNSET
    """Name of the project."""
    evaluations: dict[str, Any] | Unset = UNSET
    """Latest score of each evaluator, by its slug."""
    event_type: str | Unset = UNSET
    """Type of the event, e.g. `model`, `tool`, `chain` or `session`."""
    session_id: str | Unset = UNSET
    """Id of the session of the event."""
