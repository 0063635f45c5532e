# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.modified_count import ModifiedCount


@_define(repr=False)
class DatapointUpdated(Model):
    """What the service answers to a changed datapoint."""

    updated: bool
    """Whether it was changed."""
    result: ModifiedCount
    """How much has changed."""

    _nested: ClassVar = {"result": Nested(models=("ModifiedCount",))}
