# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class ChildMetric(Model):
    """A component of a composite metric."""

    name: str
    """Name of the metric."""
    weight: float
    """Weight of the component."""
    id: str | Unset = UNSET
    """Id of the metric."""
    scale: int | None | Unset = UNSET
    """Largest possible score."""
