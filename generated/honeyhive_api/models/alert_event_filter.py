# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested


@_define(repr=False, eq=False)
class AlertEventFilter(Model):
    """One condition of an alert."""

    filter_: models.StoredFilter
    """A stored condition on events."""
    type_: str
    """Type of the field, e.g. `string`; the string `null` if unknown."""

    _wire_keys: ClassVar = {"filter_": "filter", "type_": "type"}
    _nested: ClassVar = {"filter_": Nested(models=("StoredFilter",))}
