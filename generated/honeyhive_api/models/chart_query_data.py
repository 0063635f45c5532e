# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChartQueryData(Model):
    """Data of a chart. It may have further keys."""

    data: models.ChartPoints
    """Numbers of a chart; which keys it has depends on the kind of the query."""
    measures: list[models.ChartMeasureResult] | Unset = UNSET
    """The measures of a time series, a scalar or a table."""
    unit: str | Unset = UNSET
    """Unit of a categorical chart or a histogram."""
    format_: str | Unset = UNSET
    """Form in which to show the values of a categorical chart or a histogram."""
    meta: models.ChartQueryMeta | Unset = UNSET
    """Facts about the computation. It may have further keys."""

    _wire_keys: ClassVar = {"format_": "format"}
    _nested: ClassVar = {
        "data": Nested(models=("ChartPoints",)),
        "measures": Nested(models=("ChartMeasureResult",)),
        "meta": Nested(models=("ChartQueryMeta",)),
    }
