# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class MetricCategory(Model):
    """A category that a metric can return."""

    category: str
    """Name of the category."""
    score: float | None
    """Score of the category."""
