# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class EvaluatorVersionList(Model):
    """One page of versions, under the key `data`."""

    data: list[models.EvaluatorVersion]
    """The versions, newest first."""

    _nested: ClassVar = {"data": Nested(models=("EvaluatorVersion",))}
