# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.stored_filter import StoredFilter


@_define(repr=False)
class AlertEventFilter(Model):
    """One condition of an alert."""

    filter_: StoredFilter
    """One condition on events, as it is stored."""
    type_: str
    """What the field holds, as in `string`; the text `null` where that is unknown."""

    _wire_keys: ClassVar = {"filter_": "filter", "type_": "type"}
    _nested: ClassVar = {"filter_": Nested(models=("StoredFilter",))}
