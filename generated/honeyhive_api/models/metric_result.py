# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class MetricResult(Model):
    """What a metric says about an event."""

    success: bool
    """Whether the metric could judge."""
    loading: bool
    """Whether it is still at work."""
    result: bool | float | None | str
    """What it says."""
    explanation: None | str
    """Why it says so."""
