# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.workspace import Workspace


@_define(repr=False)
class WorkspaceReply(Model):
    """A workspace, wrapped."""

    success: bool
    """Whether it worked."""
    data: Workspace
    """A workspace."""

    _nested: ClassVar = {"data": Nested(models=("Workspace",))}
