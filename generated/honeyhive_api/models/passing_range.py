# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class PassingRange(Model):
    """Range of values with which a metric passes."""

    min_: float | Unset = UNSET
    """Smallest value that passes."""
    max_: float | Unset = UNSET
    """Largest value that passes."""

    _wire_keys: ClassVar = {"min_": "min", "max_": "max"}
