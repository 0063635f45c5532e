# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``workspaces``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict


class CreateWorkspaceRequest(TypedDict, total=False):
    """A workspace to create."""

    name: Required[str]
    """The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among them, and no space at
    its start."""
    slug: str
    """A short name of letters, digits and `_` that no other workspace has. Made of the name if it is left out."""
    description: str
    """What it is about."""
    workspace_creator: str
    """The address of the member who counts as its creator."""


class UpdateWorkspaceRequest(TypedDict, total=False):
    """What changes in a workspace. Keys that are left out stay as they are."""

    name: str
    """The name to show."""
    description: str
    """What it is about."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateWorkspaceRequest,
    UpdateWorkspaceRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
