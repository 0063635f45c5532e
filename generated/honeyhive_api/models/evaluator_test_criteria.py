# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class EvaluatorTestCriteria(Model):
    """Conditions that decide whether a score passes."""

    criteria: models.EvaluatorCriteria | Unset = UNSET
    """Condition that a score must meet. Numbers have the operators `gt`, `gte`, `lt`, `lte`, `eq` and `neq` with
    `value`, `between` and `not_between` with `min` and `max`, and `one_of` and `not_one_of` with `values`; booleans
    have `is_true`."""

    _nested: ClassVar = {"criteria": Nested(models=("EvaluatorCriteria",))}
