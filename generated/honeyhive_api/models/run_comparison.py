# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.compared_event_detail import ComparedEventDetail
    from ..models.metric_comparison import MetricComparison
    from ..models.run import Run


@_define
class RunComparison:
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
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.metrics, Unset):
            found["metrics"] = plain(self.metrics)
        if not isinstance(self.common_datapoints, Unset):
            found["commonDatapoints"] = self.common_datapoints
        if not isinstance(self.event_details, Unset):
            found["event_details"] = plain(self.event_details)
        if not isinstance(self.old_run, Unset):
            found["old_run"] = plain(self.old_run)
        if not isinstance(self.new_run, Unset):
            found["new_run"] = plain(self.new_run)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.compared_event_detail import ComparedEventDetail
        from ..models.metric_comparison import MetricComparison
        from ..models.run import Run

        rest = dict(source)
        model = cls(
            metrics=(
                [
                    MetricComparison.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("metrics", UNSET), list)
                else value
            ),
            common_datapoints=rest.pop("commonDatapoints", UNSET),
            event_details=(
                [
                    ComparedEventDetail.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("event_details", UNSET), list)
                else value
            ),
            old_run=(Run.from_dict(value) if isinstance(value := rest.pop("old_run", UNSET), dict) else value),
            new_run=(Run.from_dict(value) if isinstance(value := rest.pop("new_run", UNSET), dict) else value),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
