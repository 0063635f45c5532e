# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatasetCreated(Model):
    """Response to a created dataset."""

    inserted: bool
    """True if it was created."""
    result: models.InsertedId
    """Id of a created object."""

    _nested: ClassVar = {"result": Nested(models=("InsertedId",))}
