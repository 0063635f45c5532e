# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class Metric(Model):
    """A stored metric."""

    name: str
    """Name of the metric."""
    criteria: str
    """Code or prompt of the metric."""
    enabled_in_prod: bool
    """True if it evaluates incoming events."""
    sampling_percentage: float
    """Share of the events that it evaluates, in percent."""
    needs_ground_truth: bool
    """Has no effect."""
    type_: str
    """Type of the metric, e.g. `LLM`."""
    description: None | str
    """Description of the metric."""
    return_type: str
    """Type of the result, e.g. `float`."""
    filters: models.StoredFilterSet
    """Stored conditions that select events."""
    id: str
    """Id of the metric."""
    created_at: str
    """Creation time."""
    updated_at: None | str
    """Time of the last change."""
    model_provider: None | str | Unset = UNSET
    """Provider of the evaluating model."""
    model_name: None | str | Unset = UNSET
    """Name of the evaluating model."""
    scale: int | None | Unset = UNSET
    """Largest possible score."""
    child_metrics: list[models.ChildMetric] | None | Unset = UNSET
    """Has no effect."""
    threshold: models.MetricThreshold | None | Unset = UNSET
    categories: list[models.MetricCategory] | None | Unset = UNSET
    """Categories that the metric can return."""

    _wire_keys: ClassVar = {"type_": "type"}
    _nested: ClassVar = {
        "filters": Nested(models=("StoredFilterSet",)),
        "child_metrics": Nested(models=("ChildMetric",)),
        "threshold": Nested(models=("MetricThreshold",)),
        "categories": Nested(models=("MetricCategory",)),
    }
