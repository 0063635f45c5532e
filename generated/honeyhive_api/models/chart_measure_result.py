# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChartMeasureResult(Model):
    """One measure of a response. It may have further keys."""

    id: str | Unset = UNSET
    """Id of the measure."""
    metric: str | Unset = UNSET
    """Metric of the measure."""
    unit: str | Unset = UNSET
    """Unit of the values, e.g. `ms`, `usd`, `tokens`, `events`, `sessions`, `%` or `number`."""
    format_: str | Unset = UNSET
    """Form in which to show the values, e.g. `number`, `duration_ms`, `currency_usd` or `percent`."""

    _wire_keys: ClassVar = {"format_": "format"}
