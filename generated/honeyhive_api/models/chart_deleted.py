# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class ChartDeleted(Model):
    """Response to a deleted chart."""

    success: bool
    """True if the request succeeded."""
    message: str
    """Human-readable message."""
