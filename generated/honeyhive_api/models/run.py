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
    """Id of the record."""
    run_id: str
    """Id of the run."""
    metadata: dict[str, Any]
    """Any other data stored with it."""
    results: dict[str, Any]
    """Results of the run."""
    event_ids: list[str]
    """Ids of the root events of its sessions."""
    configuration: dict[str, Any]
    """Configuration under test, such as the model and its settings."""
    is_active: bool
    """False after it was deleted."""
    created_at: str
    """Creation time."""
    scope_type: str
    """Type of the object that it belongs to, e.g. `project`."""
    scope_id: str
    """Id of the object that it belongs to."""
    name: None | str | Unset = UNSET
    """Name of the run."""
    description: None | str | Unset = UNSET
    """Free-form description."""
    status: None | str | Unset = UNSET
    """Status, e.g. `completed`."""
    metrics: dict[str, float] | Unset = UNSET
    """Metric values by metric name."""
    updated_at: None | str | Unset = UNSET
    """Time of the last change."""
    dataset_id: None | str | Unset = UNSET
    """Id of the dataset that it ran on."""
    dataset_name: None | str | Unset = UNSET
    """Name of that dataset, if it is stored and not deleted."""
