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
    """The id of the queue."""
    name: str
    """The name of the queue."""
    description: str
    """What it is for."""
    filters: models.StoredFilterSet
    """The conditions on the events that something is for, as they are stored."""
    enabled: bool
    """Whether events enter it."""
    scope_id: str
    """The id of what it belongs to."""
    scope_type: str
    """What kind of thing it belongs to, as in `project`."""
    is_active: bool
    """False once it is deleted."""
    created_at: str
    """When it was created."""
    updated_at: None | str
    """When it was last changed."""

    _nested: ClassVar = {"filters": Nested(models=("StoredFilterSet",))}
