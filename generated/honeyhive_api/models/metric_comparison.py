# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class MetricComparison(Model):
    """The change of one metric from one run to another."""

    metric_name: str
    """Name of the metric."""
    metric_type: str | Unset = UNSET
    """Type of the metric."""
    old_aggregate: float | Unset = UNSET
    """Value in the older run."""
    new_aggregate: float | Unset = UNSET
    """Value in the newer run."""
    difference: float | Unset = UNSET
    """Newer value minus the older one."""
    percentage_change: float | Unset = UNSET
    """Difference as a percentage of the older value."""
