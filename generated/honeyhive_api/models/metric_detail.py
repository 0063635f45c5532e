# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class MetricDetail(Model):
    """One metric over all datapoints of a run."""

    metric_name: str
    """The name of the metric."""
    metric_type: str | Unset = UNSET
    """The kind of the metric, as in `LLM`, or `CLIENT_SIDE` for one that was measured by the caller."""
    event_name: str | Unset = UNSET
    """The name of the events it measures."""
    event_type: str | Unset = UNSET
    """The type of the events it measures."""
    aggregate: float | Unset = UNSET
    """The values as one."""
    values_: list[float] | Unset = UNSET
    """The values."""
    passing_range: models.PassingRange | Unset = UNSET
    """Between which values a metric passes."""
    datapoints: models.PassedAndFailed | Unset = UNSET
    """Which datapoints passed."""

    _wire_keys: ClassVar = {"values_": "values"}
    _nested: ClassVar = {
        "passing_range": Nested(models=("PassingRange",)),
        "datapoints": Nested(models=("PassedAndFailed",)),
    }
