# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.project import Project


@_define(repr=False)
class ProjectReply(Model):
    """A project, wrapped."""

    success: bool
    """Whether it worked."""
    data: Project
    """A project."""

    _nested: ClassVar = {"data": Nested(models=("Project",))}
