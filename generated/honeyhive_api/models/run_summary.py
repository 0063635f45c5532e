# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
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
    metrics: models.MetricSummary
    """The metrics of a run over all its datapoints."""
    datapoints: list[models.DatapointOutcome]
    """What came out for each datapoint."""
    event_details: list[models.EventDetail]
    """The events that occur."""
    run_object: models.Run
    """A stored experiment run."""
    error: str | Unset = UNSET
    """What went wrong, if anything did."""

    _nested: ClassVar = {
        "metrics": Nested(models=("MetricSummary",)),
        "datapoints": Nested(models=("DatapointOutcome",)),
        "event_details": Nested(models=("EventDetail",)),
        "run_object": Nested(models=("Run",)),
    }
