# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class MetricSummary(Model):
    """The metrics of a run over all its datapoints."""

    aggregation_function: str | Unset = UNSET
    """Function that aggregated the values of each metric."""
    details: list[models.MetricDetail] | Unset = UNSET
    """The metrics."""

    _nested: ClassVar = {"details": Nested(models=("MetricDetail",))}
