# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.stored_filter import StoredFilter


@_define(repr=False)
class StoredFilterSet(Model):
    """The conditions on the events that something is for, as they are stored."""

    filter_array: list[StoredFilter]
    """The conditions; an empty list leaves nothing out."""

    _wire_keys: ClassVar = {"filter_array": "filterArray"}
    _nested: ClassVar = {"filter_array": Nested(models=("StoredFilter",))}
