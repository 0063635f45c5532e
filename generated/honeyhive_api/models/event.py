# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Event(Model):
    """A stored event. More keys may appear."""

    event_id: str
    """The id of the event."""
    project_id: str | Unset = UNSET
    """The id of the project."""
    source: str | Unset = UNSET
    """Where the event comes from. Falls back to `unknown`."""
    event_name: str | Unset = UNSET
    """The name of the event. Falls back to `unknown`."""
    parent_id: str | Unset = UNSET
    """The event above it. Falls back to the session."""
    children_ids: list[str] | Unset = UNSET
    """The ids of events directly below it."""
    config: dict[str, Any] | Unset = UNSET
    """The configuration used, such as the model and its settings."""
    inputs: dict[str, Any] | Unset = UNSET
    """What went in."""
    outputs: dict[str, Any] | Unset = UNSET
    """What came out."""
    error: None | str | Unset = UNSET
    """What went wrong, if anything did."""
    start_time: float | Unset = UNSET
    """When it started, in Unix milliseconds."""
    end_time: float | Unset = UNSET
    """When it ended, in Unix milliseconds."""
    duration: float | Unset = UNSET
    """How long it took, in milliseconds."""
    metadata: dict[str, Any] | Unset = UNSET
    """Anything else worth keeping, such as numbers of tokens."""
    feedback: dict[str, Any] | Unset = UNSET
    """What people said about it, or the right answer."""
    metrics: dict[str, Any] | Unset = UNSET
    """Measured values by name."""
    user_properties: dict[str, Any] | Unset = UNSET
    """What is known about the user."""
    project: str | Unset = UNSET
    """The name of the project."""
    event_type: str | Unset = UNSET
    """What kind of step it is, as in `model`, `tool`, `chain` or `session`."""
    session_id: str | Unset = UNSET
    """The session it belongs to."""
