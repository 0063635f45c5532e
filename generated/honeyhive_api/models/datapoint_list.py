# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatapointList(Model):
    """The matching datapoints."""

    datapoints: list[models.Datapoint]
    """The datapoints."""

    _nested: ClassVar = {"datapoints": Nested(models=("Datapoint",))}
