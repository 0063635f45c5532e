# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``projects``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict


class CreateProjectRequest(TypedDict, total=False):
    """A project to create."""

    name: Required[str]
    """Display name."""
    description: str
    """Free-form description."""
    project_creator: str
    """Address of the member to record as the creator."""


class UpdateProjectRequest(TypedDict, total=False):
    """Changes to a project. Omitted keys keep their value."""

    name: str
    """Display name."""
    description: str
    """Free-form description."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateProjectRequest,
    UpdateProjectRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
