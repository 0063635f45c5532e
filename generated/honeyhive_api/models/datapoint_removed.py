# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class DatapointRemoved(Model):
    """Response to a datapoint removed from a dataset."""

    dereferenced: bool
    """True if it was removed."""
    message: str
    """Human-readable message."""
