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
    """The id of the chart."""
    name: str
    """The name of the chart."""
    description: None | str
    """What it shows."""
    metric: str
    """The metric that it plots."""
    func: None | str
    """How the values of a step become one."""
    group_by: None | str
    """The field whose values get a line each."""
    bucketing: str
    """How long a step is, as in `day`."""
    date_range: dict[str, Any] | None
    """The range of time: `relative`, or `$gte` and `$lte`."""
    query: list[models.ChartFilter] | None
    """The conditions on the events."""
    owner_id: None | str
    """The id of the user whose chart it is."""
    is_active: bool
    """False once it is deleted."""
    created_at: str
    """When it was created."""
    updated_at: None | str
    """When it was last changed."""
    owner_profile: dict[str, Any] | None | Unset = UNSET
    """What is known about that user."""

    _wire_keys: ClassVar = {"group_by": "groupBy", "date_range": "dateRange"}
    _nested: ClassVar = {"query": Nested(models=("ChartFilter",))}
