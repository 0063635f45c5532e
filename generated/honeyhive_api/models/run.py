# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Run(Model):
    """A stored experiment run."""

    id: str
    """The id of the record."""
    run_id: str
    """The id of the run."""
    metadata: dict[str, Any]
    """Anything else that was kept."""
    results: dict[str, Any]
    """What came out of it."""
    event_ids: list[str]
    """The ids of the events at the roots of its sessions."""
    configuration: dict[str, Any]
    """What was tried, such as the model and its settings."""
    is_active: bool
    """False once it is deleted."""
    created_at: str
    """When it was created."""
    scope_type: str
    """What kind of thing it belongs to, as in `project`."""
    scope_id: str
    """The id of what it belongs to."""
    name: None | str | Unset = UNSET
    """The name of the run."""
    description: None | str | Unset = UNSET
    """What it is about."""
    status: None | str | Unset = UNSET
    """The state it is in, as in `completed`."""
    metrics: dict[str, float] | Unset = UNSET
    """The value of each metric, by its name."""
    updated_at: None | str | Unset = UNSET
    """When it was last changed."""
    dataset_id: None | str | Unset = UNSET
    """The id of the dataset it ran over."""
    dataset_name: None | str | Unset = UNSET
    """The name of that dataset, if it is stored and not deleted."""
