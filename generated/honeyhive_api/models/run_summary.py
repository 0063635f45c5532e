# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.datapoint_outcome import DatapointOutcome
    from ..models.event_detail import EventDetail
    from ..models.metric_summary import MetricSummary
    from ..models.run import Run


@_define
class RunSummary:
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
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.status, Unset):
            found["status"] = self.status
        if not isinstance(self.success, Unset):
            found["success"] = self.success
        if not isinstance(self.passed, Unset):
            found["passed"] = self.passed
        if not isinstance(self.failed, Unset):
            found["failed"] = self.failed
        if not isinstance(self.metrics, Unset):
            found["metrics"] = plain(self.metrics)
        if not isinstance(self.datapoints, Unset):
            found["datapoints"] = plain(self.datapoints)
        if not isinstance(self.event_details, Unset):
            found["event_details"] = plain(self.event_details)
        if not isinstance(self.run_object, Unset):
            found["run_object"] = plain(self.run_object)
        if not isinstance(self.error, Unset):
            found["error"] = self.error
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.datapoint_outcome import DatapointOutcome
        from ..models.event_detail import EventDetail
        from ..models.metric_summary import MetricSummary
        from ..models.run import Run

        rest = dict(source)
        model = cls(
            status=rest.pop("status", UNSET),
            success=rest.pop("success", UNSET),
            passed=rest.pop("passed", UNSET),
            failed=rest.pop("failed", UNSET),
            metrics=(
                MetricSummary.from_dict(value) if isinstance(value := rest.pop("metrics", UNSET), dict) else value
            ),
            datapoints=(
                [
                    DatapointOutcome.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("datapoints", UNSET), list)
                else value
            ),
            event_details=(
                [
                    EventDetail.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("event_details", UNSET), list)
                else value
            ),
            run_object=(Run.from_dict(value) if isinstance(value := rest.pop("run_object", UNSET), dict) else value),
            error=rest.pop("error", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
