# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``virtual_dataplanes``."""

from __future__ import annotations

from typing_extensions import Required, TypedDict


class CreateVirtualDataplaneRequest(TypedDict, total=False):
    """A virtual data plane to create."""

    name: Required[str]
    """Display name of letters, digits, spaces and `_`, `-`, `'`, `&`; with at least one letter or digit, and no
    leading space."""
    slug: str
    """Short name of letters, digits and `_`, unique among virtual data planes. Derived from the name if omitted."""
    cluster_id: str
    """Id of the cluster that it will run on."""
    dataplane_creator: str
    """Address of the member to record as the creator."""


class UpdateVirtualDataplaneRequest(TypedDict, total=False):
    """Changes to a virtual data plane."""

    name: str
    """Display name."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateVirtualDataplaneRequest,
    UpdateVirtualDataplaneRequest,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
