# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Workspace(Model):
    """A workspace."""

    id: str
    """The id of the workspace."""
    name: str
    """The name to show."""
    description: str
    """What it is about."""
    created_at: str
    """When it was created."""
    updated_at: None | str | Unset = UNSET
    """When it was last changed."""
