# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Project(Model):
    """A project."""

    id: str
    """Id of the project."""
    name: str
    """Display name."""
    description: str
    """Free-form description."""
    created_at: str
    """Creation time."""
    updated_at: None | str | Unset = UNSET
    """Time of the last change."""
