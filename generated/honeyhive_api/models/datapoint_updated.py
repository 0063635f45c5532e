# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatapointUpdated(Model):
    """Response to an updated datapoint."""

    updated: bool
    """True if it was updated."""
    result: models.ModifiedCount
    """Number of changed objects."""

    _nested: ClassVar = {"result": Nested(models=("ModifiedCount",))}
