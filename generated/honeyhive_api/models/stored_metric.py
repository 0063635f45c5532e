# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class StoredMetric(Model):
    """A metric as it is stored, without its id."""

    name: str
    """The name of the metric."""
    criteria: str
    """The code or the prompt."""
    enabled_in_prod: bool
    """Whether it judges events as they come in."""
    sampling_percentage: float
    """The share of the events that it judges, in percent."""
    needs_ground_truth: bool
    """Has no effect."""
    type_: str
    """What it is made of, as in `LLM`."""
    description: None | str
    """What it measures."""
    return_type: str
    """What it gives, as in `float`."""
    filters: models.StoredFilterSet
    """The conditions on the events that something is for, as they are stored."""
    model_provider: None | str | Unset = UNSET
    """Who provides the model that judges."""
    model_name: None | str | Unset = UNSET
    """The model that judges."""
    scale: int | None | Unset = UNSET
    """The largest score."""
    child_metrics: list[models.ChildMetric] | None | Unset = UNSET
    """Has no effect."""
    threshold: models.MetricThreshold | None | Unset = UNSET
    categories: list[models.MetricCategory] | None | Unset = UNSET
    """The categories that it may give."""

    _wire_keys: ClassVar = {"type_": "type"}
    _nested: ClassVar = {
        "filters": Nested(models=("StoredFilterSet",)),
        "child_metrics": Nested(models=("ChildMetric",)),
        "threshold": Nested(models=("MetricThreshold",)),
        "categories": Nested(models=("MetricCategory",)),
    }
