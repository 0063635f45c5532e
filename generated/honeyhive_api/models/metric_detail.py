# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class MetricDetail(Model):
    """A metric over all datapoints of a run."""

    metric_name: str
    """Name of the metric."""
    metric_type: str | Unset = UNSET
    """Type of the metric, e.g. `LLM`; `CLIENT_SIDE` if the caller measured it."""
    event_name: str | Unset = UNSET
    """Name of the events that it measures."""
    event_type: str | Unset = UNSET
    """Type of the events that it measures."""
    aggregate: float | Unset = UNSET
    """Aggregated value."""
    values_: list[float] | Unset = UNSET
    """The values."""
    passing_range: models.PassingRange | Unset = UNSET
    """Range of values with which a metric passes."""
    datapoints: models.PassedAndFailed | Unset = UNSET
    """The datapoints that passed, and those that failed."""

    _wire_keys: ClassVar = {"values_": "values"}
    _nested: ClassVar = {
        "passing_range": Nested(models=("PassingRange",)),
        "datapoints": Nested(models=("PassedAndFailed",)),
    }
