# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatasetCreated(Model):
    """What the service answers to a new dataset."""

    inserted: bool
    """Whether it was created."""
    result: models.InsertedId
    """The id of what was created."""

    _nested: ClassVar = {"result": Nested(models=("InsertedId",))}
