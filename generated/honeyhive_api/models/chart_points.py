# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import Any, ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChartPoints(Model):
    """Numbers of a chart; which keys it has depends on the kind of the query."""

    buckets: list[str] | Unset = UNSET
    """Start times of the buckets of a time series."""
    categories: list[None | str] | Unset = UNSET
    """Categories, those with the most events first; null for events without the field."""
    series: list[models.ChartSeries] | Unset = UNSET
    """Values by bucket or by category."""
    value: float | None | Unset = UNSET
    """Value of a scalar."""
    sparkline: dict[str, Any] | None | Unset = UNSET
    """Small time series of a scalar."""
    comparison: dict[str, Any] | None | Unset = UNSET
    """Comparison of a scalar with an earlier range."""
    bins: list[Any] | Unset = UNSET
    """Bins of a histogram."""
    markers: list[Any] | Unset = UNSET
    """Markers of a histogram."""
    rows: list[Any] | Unset = UNSET
    """Rows of a table."""

    _nested: ClassVar = {"series": Nested(models=("ChartSeries",))}
