# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EvaluatorList(Model):
    """One page of evaluators, under the key `data`."""

    data: list[models.Evaluator]
    """The evaluators."""

    _nested: ClassVar = {"data": Nested(models=("Evaluator",))}
