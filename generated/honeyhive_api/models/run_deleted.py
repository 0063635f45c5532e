# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class RunDeleted(Model):
    """Response to a deleted run."""

    deleted: bool
    """True if it was deleted."""
    id: str
    """Id of the run."""
