# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Session(Model):
    """A stored session: the root event of its tree. It may have further keys."""

    event_id: str
    """Id of the session's own event."""
    session_id: str
    """Id of the session."""
    org_id: str
    """Id of the organization."""
    workspace_id: str
    """Id of the workspace."""
    project_id: str
    """Id of the project."""
    parent_id: None | str | Unset = UNSET
    """Id of the parent event, if there is one."""
    children_ids: list[str] | Unset = UNSET
    """Ids of the direct child events of the session."""
    event_type: None | str | Unset = UNSET
    """Type of the event, `session`."""
    event_name: None | str | Unset = UNSET
    """Name of the session."""
    config: Any | Unset = UNSET
    """Configuration of the session."""
    inputs: Any | Unset = UNSET
    """Inputs of the session."""
    outputs: Any | Unset = UNSET
    """Outputs of the session."""
    error: None | str | Unset = UNSET
    """Error message, if there was an error."""
    source: None | str | Unset = UNSET
    """Source of the session."""
    duration: float | None | Unset = UNSET
    """Duration in milliseconds."""
    user_properties: Any | Unset = UNSET
    """Properties of the user."""
    metrics: Any | Unset = UNSET
    """Metric values by name."""
    evaluations: dict[str, Any] | Unset = UNSET
    """Latest score of each evaluator, by its slug."""
    feedback: Any | Unset = UNSET
    """Feedback from people."""
    metadata: Any | Unset = UNSET
    """Any other data stored with it."""
    start_time: float | None | Unset = UNSET
    """Start time in Unix milliseconds."""
    end_time: float | None | Unset = UNSET
    """End time in Unix milliseconds."""
