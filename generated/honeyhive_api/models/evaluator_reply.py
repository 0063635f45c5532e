# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EvaluatorReply(Model):
    """An evaluator, under the key `data`."""

    data: models.Evaluator
    """An evaluator with its latest definition. It may have further keys."""

    _nested: ClassVar = {"data": Nested(models=("Evaluator",))}
