# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Chart(Model):
    """A stored chart."""

    id: str
    """Id of the chart."""
    name: str
    """Name of the chart."""
    description: None | str
    """Description of the chart."""
    metric: str
    """Metric that it plots."""
    func: None | str
    """Function that aggregates the values of a bucket."""
    group_by: None | str
    """Field to group by, with one line per value."""
    bucketing: str
    """Bucket size, e.g. `day`."""
    date_range: dict[str, Any] | None
    """Time range, as `relative` or as `$gte` and `$lte`."""
    query: list[models.ChartFilter] | None
    """Conditions on the events."""
    owner_id: None | str
    """Id of the user who owns the chart."""
    is_active: bool
    """False after it was deleted."""
    created_at: str
    """Creation time."""
    updated_at: None | str
    """Time of the last change."""
    owner_profile: dict[str, Any] | None | Unset = UNSET
    """Profile of the owner."""

    _wire_keys: ClassVar = {"group_by": "groupBy", "date_range": "dateRange"}
    _nested: ClassVar = {"query": Nested(models=("ChartFilter",))}
