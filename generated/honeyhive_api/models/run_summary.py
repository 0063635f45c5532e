# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from typing import ClassVar

from attrs import define as _define

from .. import models
from ..model import Model, Nested
from ..types import UNSET, Unset


@_define(repr=False, eq=False)
class RunSummary(Model):
    """Results of a run."""

    status: str
    """Status of the run."""
    success: bool
    """True if the run passed."""
    passed: list[str]
    """Ids of the datapoints that passed."""
    failed: list[str]
    """Ids of the datapoints that failed."""
    metrics: models.MetricSummary
    """The metrics of a run over all its datapoints."""
    datapoints: list[models.DatapointOutcome]
    """Result of each datapoint."""
    event_details: list[models.EventDetail]
    """Names and types of the events that occur."""
    run_object: models.Run
    """A stored experiment run."""
    error: str | Unset = UNSET
    """Error message, if there was an error."""

    _nested: ClassVar = {
        "metrics": Nested(models=("MetricSummary",)),
        "datapoints": Nested(models=("DatapointOutcome",)),
        "event_details": Nested(models=("EventDetail",)),
        "run_object": Nested(models=("Run",)),
    }
