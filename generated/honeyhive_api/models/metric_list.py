# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.metric import Metric


@_define(repr=False)
class MetricList(Model):
    """The metrics found."""

    metrics: list[Metric]
    """The metrics."""

    _nested: ClassVar = {"metrics": Nested(models=("Metric",))}
