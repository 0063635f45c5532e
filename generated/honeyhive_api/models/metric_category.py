# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from attrs import define as _define

from ..model import Model


@_define(repr=False, eq=False)
class MetricCategory(Model):
    """A category that a metric may give."""

    category: str
    """The name of the category."""
    score: float | None
    """What it counts."""
