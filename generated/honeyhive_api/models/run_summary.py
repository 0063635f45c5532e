# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define as _define

from ..model import Model, Nested
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.datapoint_outcome import DatapointOutcome
    from ..models.event_detail import EventDetail
    from ..models.metric_summary import MetricSummary
    from ..models.run import Run


@_define(repr=False)
class RunSummary(Model):
    """What came out of a run."""

    status: str
    """The state the run is in."""
    success: bool
    """Whether the run passed."""
    passed: list[str]
    """The ids of the datapoints that passed."""
    failed: list[str]
    """The ids of the datapoints that failed."""
    metrics: MetricSummary
    """The metrics of a run over all its datapoints."""
    datapoints: list[DatapointOutcome]
    """What came out for each datapoint."""
    event_details: list[EventDetail]
    """The events that occur."""
    run_object: Run
    """A stored experiment run."""
    error: str | Unset = UNSET
    """What went wrong, if anything did."""

    _nested: ClassVar = {
        "metrics": Nested(models=("MetricSummary",)),
        "datapoints": Nested(models=("DatapointOutcome",)),
        "event_details": Nested(models=("EventDetail",)),
        "run_object": Nested(models=("Run",)),
    }
