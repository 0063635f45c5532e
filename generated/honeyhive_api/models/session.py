# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Session(Model):
    """A stored session. It is an event itself, the root of the session's tree. More keys may appear."""

    event_id: str
    """The id of the session's own event."""
    session_id: str
    """The id of the session."""
    org_id: str
    """The organization that owns it."""
    workspace_id: str
    """The workspace it is in."""
    project_id: str
    """The project it is in."""
    parent_id: None | str | Unset = UNSET
    """The event above it, if there is one."""
    children_ids: list[str] | Unset = UNSET
    """The ids of events directly below the session."""
    event_type: None | str | Unset = UNSET
    """The type of the event, `session`."""
    event_name: None | str | Unset = UNSET
    """The name of the session."""
    config: Any | Unset = UNSET
    """The configuration the session runs with."""
    inputs: Any | Unset = UNSET
    """What went into the session."""
    outputs: Any | Unset = UNSET
    """What came out of the session."""
    error: None | str | Unset = UNSET
    """What went wrong, if anything did."""
    source: None | str | Unset = UNSET
    """Where the session comes from."""
    duration: float | None | Unset = UNSET
    """How long it took, in milliseconds."""
    user_properties: Any | Unset = UNSET
    """What is known about the user."""
    metrics: Any | Unset = UNSET
    """Measured values by name."""
    feedback: Any | Unset = UNSET
    """What people said about it."""
    metadata: Any | Unset = UNSET
    """Anything else that was kept."""
    start_time: float | None | Unset = UNSET
    """When it started, in Unix milliseconds."""
    end_time: float | None | Unset = UNSET
    """When it ended, in Unix milliseconds."""
