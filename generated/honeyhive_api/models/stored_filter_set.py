# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class StoredFilterSet(Model):
    """Stored conditions that select events."""

    filter_array: list[models.StoredFilter]
    """The conditions; an empty list matches everything."""

    _wire_keys: ClassVar = {"filter_array": "filterArray"}
    _nested: ClassVar = {"filter_array": Nested(models=("StoredFilter",))}
