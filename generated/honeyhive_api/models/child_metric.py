# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChildMetric(Model):
    """A part of a composite metric."""

    name: str
    """The name of the metric."""
    weight: float
    """How much it counts."""
    id: str | Unset = UNSET
    """The id of the metric."""
    scale: int | None | Unset = UNSET
    """The largest score."""
