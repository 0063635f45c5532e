# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.inserted_id import InsertedId


@_define(repr=False)
class DatasetCreated(Model):
    """What the service answers to a new dataset."""

    inserted: bool
    """Whether it was created."""
    result: InsertedId
    """The id of what was created."""

    _nested: ClassVar = {"result": Nested(models=("InsertedId",))}
