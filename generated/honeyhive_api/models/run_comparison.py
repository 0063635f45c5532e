# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested

if TYPE_CHECKING:
    from ..models.compared_event_detail import ComparedEventDetail
    from ..models.metric_comparison import MetricComparison
    from ..models.run import Run


@_define(repr=False)
class RunComparison(Model):
    """How a run did against an older one."""

    metrics: list[MetricComparison]
    """The change of each metric."""
    common_datapoints: list[str]
    """The ids of the datapoints that both ran over."""
    event_details: list[ComparedEventDetail]
    """The events that occur."""
    old_run: Run
    """A stored experiment run."""
    new_run: Run
    """A stored experiment run."""

    _wire_keys: ClassVar = {"common_datapoints": "commonDatapoints"}
    _nested: ClassVar = {
        "metrics": Nested(models=("MetricComparison",)),
        "event_details": Nested(models=("ComparedEventDetail",)),
        "old_run": Nested(models=("Run",)),
        "new_run": Nested(models=("Run",)),
    }
