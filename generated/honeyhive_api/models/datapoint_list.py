# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.datapoint import Datapoint


@_define(repr=False)
class DatapointList(Model):
    """The datapoints found."""

    datapoints: list[Datapoint]
    """The datapoints."""

    _nested: ClassVar = {"datapoints": Nested(models=("Datapoint",))}
