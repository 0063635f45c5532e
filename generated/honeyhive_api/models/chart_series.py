# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChartSeries(Model):
    """Values of one measure. It may have further keys."""

    measure_id: str | Unset = UNSET
    """Id of the measure."""
    name: None | str | Unset = UNSET
    """Value of `split_by`; null without a split."""
    values_: list[float | None] | Unset = UNSET
    """A value for each bucket or category; null if there is none."""

    _wire_keys: ClassVar = {"values_": "values"}
