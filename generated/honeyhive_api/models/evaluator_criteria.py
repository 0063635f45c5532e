# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EvaluatorCriteria(Model):
    """Condition that a score must meet. Numbers have the operators `gt`, `gte`, `lt`, `lte`, `eq` and `neq` with
    `value`, `between` and `not_between` with `min` and `max`, and `one_of` and `not_one_of` with `values`; booleans
    have `is_true`."""

    operator: str | Unset = UNSET
    """Operator, e.g. `gte`."""
    value: float | Unset = UNSET
    """Number to compare with."""
    min_: float | Unset = UNSET
    """Lower end of the range."""
    max_: float | Unset = UNSET
    """Upper end of the range."""
    values_: list[float] | Unset = UNSET
    """The numbers of `one_of` and `not_one_of`."""

    _wire_keys: ClassVar = {"min_": "min", "max_": "max", "values_": "values"}
