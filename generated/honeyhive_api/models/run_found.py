# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class RunFound(Model):
    """An experiment run, under the key `evaluation`."""

    evaluation: models.Run
    """A stored experiment run."""

    _nested: ClassVar = {"evaluation": Nested(models=("Run",))}
