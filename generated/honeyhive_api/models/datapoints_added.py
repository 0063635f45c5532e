# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class DatapointsAdded(Model):
    """Response to rows added to a dataset."""

    inserted: bool
    """True if the datapoints were created."""
    datapoint_ids: list[str]
    """Ids of the new datapoints."""
