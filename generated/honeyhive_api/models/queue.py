# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class Queue(Model):
    """A stored annotation queue."""

    id: str
    """Id of the queue."""
    name: str
    """Name of the queue."""
    description: str
    """Free-form description."""
    filters: models.StoredFilterSet
    """Stored conditions that select events."""
    enabled: bool
    """True if matching events are added to it."""
    scope_id: str
    """Id of the object that it belongs to."""
    scope_type: str
    """Type of the object that it belongs to, e.g. `project`."""
    is_active: bool
    """False after it was deleted."""
    created_at: str
    """Creation time."""
    updated_at: None | str
    """Time of the last change."""

    _nested: ClassVar = {"filters": Nested(models=("StoredFilterSet",))}
