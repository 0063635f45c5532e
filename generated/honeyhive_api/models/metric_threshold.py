# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class MetricThreshold(Model):
    """Condition under which a metric passes."""

    min_: float | Unset = UNSET
    """Smallest value that passes."""
    max_: float | Unset = UNSET
    """Largest value that passes."""
    pass_when: bool | float | Unset = UNSET
    """Value that passes."""
    passing_categories: list[str] | Unset = UNSET
    """Categories that pass."""

    _wire_keys: ClassVar = {"min_": "min", "max_": "max"}
