# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.datapoint import Datapoint


@_define(repr=False)
class DatapointFound(Model):
    """One datapoint, in a list."""

    datapoint: list[Datapoint]
    """The datapoint, as the one item."""

    _nested: ClassVar = {"datapoint": Nested(models=("Datapoint",))}
