# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class VirtualDataplane(Model):
    """A virtual data plane."""

    id: str
    """Id of the virtual data plane."""
    name: str
    """Display name."""
    cluster_id: str
    """Id of the cluster that it runs on."""
    created_at: str
    """Creation time."""
    updated_at: str
    """Time of the last change."""
