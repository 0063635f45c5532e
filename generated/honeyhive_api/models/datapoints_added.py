# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class DatapointsAdded(Model):
    """What the service answers to rows for a dataset."""

    inserted: bool
    """Whether the datapoints were created."""
    datapoint_ids: list[str]
    """The ids of the new datapoints."""
