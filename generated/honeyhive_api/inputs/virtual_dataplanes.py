# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``virtual_dataplanes``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict


class CreateVirtualDataplaneRequest(TypedDict, total=False):
    """A virtual data plane to create."""

    name: Required[str]
    """The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among them, and no space at
    its start."""
    slug: str
    """A short name of letters, digits and `_` that no other virtual data plane has. Made of the name if it is left
    out."""
    cluster_id: str
    """The id of the cluster it is to run on."""
    dataplane_creator: str
    """The address of the member who counts as its creator."""


class UpdateVirtualDataplaneRequest(TypedDict, total=False):
    """What changes in a virtual data plane."""

    name: str
    """The name to show."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateVirtualDataplaneRequest,
    UpdateVirtualDataplaneRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
