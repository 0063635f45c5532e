# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatapointUpdated(Model):
    """What the service answers to a changed datapoint."""

    updated: bool
    """Whether it was changed."""
    result: models.ModifiedCount
    """How much has changed."""

    _nested: ClassVar = {"result": Nested(models=("ModifiedCount",))}
