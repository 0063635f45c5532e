# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatapointFound(Model):
    """A datapoint, in a list of one."""

    datapoint: list[models.Datapoint]
    """The datapoint, as the only item."""

    _nested: ClassVar = {"datapoint": Nested(models=("Datapoint",))}
