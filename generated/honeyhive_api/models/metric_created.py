# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class MetricCreated(Model):
    """Response to a created metric."""

    inserted: bool
    """True if it was created."""
    metric_id: str
    """Id of the metric."""
