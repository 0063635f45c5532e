# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``projects``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict


class CreateProjectRequest(TypedDict, total=False):
    """A project to create."""

    name: Required[str]
    """The name to show."""
    description: str
    """What it is about."""
    project_creator: str
    """The address of the member who counts as its creator."""


class UpdateProjectRequest(TypedDict, total=False):
    """What changes in a project. Keys that are left out stay as they are."""

    name: str
    """The name to show."""
    description: str
    """What it is about."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateProjectRequest,
    UpdateProjectRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
