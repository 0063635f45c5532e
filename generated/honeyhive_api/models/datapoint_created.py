# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class DatapointCreated(Model):
    """What the service answers to a new datapoint."""

    inserted: bool
    """Whether it was created."""
    result: models.InsertedIds
    """The ids of what was created."""

    _nested: ClassVar = {"result": Nested(models=("InsertedIds",))}
