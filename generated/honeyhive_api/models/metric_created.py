# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class MetricCreated(Model):
    """What the service answers to a new metric."""

    inserted: bool
    """Whether it was created."""
    metric_id: str
    """The id of the metric."""
