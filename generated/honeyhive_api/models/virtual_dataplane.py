# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class VirtualDataplane(Model):
    """A virtual data plane."""

    id: str
    """The id of the virtual data plane."""
    name: str
    """The name to show."""
    cluster_id: str
    """The id of the cluster it runs on."""
    created_at: str
    """When it was created."""
    updated_at: str
    """When it was last changed."""
