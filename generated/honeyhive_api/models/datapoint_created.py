# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatapointCreated(Model):
    """Response to a created datapoint."""

    inserted: bool
    """True if it was created."""
    result: models.InsertedIds
    """Ids of created objects."""

    _nested: ClassVar = {"result": Nested(models=("InsertedIds",))}
