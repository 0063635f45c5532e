# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EvaluatorVersionReply(Model):
    """A version of an evaluator, under the key `data`."""

    data: models.EvaluatorVersion
    """A version of an evaluator. It never changes, and it may have further keys."""

    _nested: ClassVar = {"data": Nested(models=("EvaluatorVersion",))}
