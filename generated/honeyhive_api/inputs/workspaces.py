# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``workspaces``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict


class CreateWorkspaceRequest(TypedDict, total=False):
    """A workspace to create."""

    name: Required[str]
    """Display name of letters, digits, spaces and `_`, `-`, `'`, `&`; with at least one letter or digit, and no
    leading space."""
    slug: str
    """Short name of letters, digits and `_`, unique among workspaces. Derived from the name if omitted."""
    description: str
    """Free-form description."""
    workspace_creator: str
    """Address of the member to record as the creator."""


class UpdateWorkspaceRequest(TypedDict, total=False):
    """Changes to a workspace. Omitted keys keep their value."""

    name: str
    """Display name."""
    description: str
    """Free-form description."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateWorkspaceRequest,
    UpdateWorkspaceRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
