# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class MetricResult(Model):
    """Result of a metric for one event."""

    success: bool
    """True if the metric could be evaluated."""
    loading: bool
    """True while it is still running."""
    result: bool | float | None | str
    """The result."""
    explanation: None | str
    """Explanation of the result."""
