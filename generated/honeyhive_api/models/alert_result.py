# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.stored_alert_thresholds import StoredAlertThresholds


@_define
class AlertResult:
    """What a check of an alert found. More keys may appear."""

    current_bucket_score: bool | float | Unset = UNSET
    """The value now."""
    previous_bucket_score: bool | float | Unset = UNSET
    """The value before."""
    last_triggered_baseline: bool | float | Unset = UNSET
    """The value when it was last raised."""
    drift_percentage: float | Unset = UNSET
    """How far the value has moved, in percent."""
    thresholds: StoredAlertThresholds | Unset = UNSET
    """When an alert is raised and when it is over, as it is stored."""
    event_filters: list[Any] | Unset = UNSET
    """The conditions that counted."""
    event_metrics: list[Any] | Unset = UNSET
    """The metrics that counted."""
    aggregation: str | Unset = UNSET
    """How the values became one."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.current_bucket_score, Unset):
            found["current_bucket_score"] = self.current_bucket_score
        if not isinstance(self.previous_bucket_score, Unset):
            found["previous_bucket_score"] = self.previous_bucket_score
        if not isinstance(self.last_triggered_baseline, Unset):
            found["last_triggered_baseline"] = self.last_triggered_baseline
        if not isinstance(self.drift_percentage, Unset):
            found["drift_percentage"] = self.drift_percentage
        if not isinstance(self.thresholds, Unset):
            found["thresholds"] = plain(self.thresholds)
        if not isinstance(self.event_filters, Unset):
            found["event_filters"] = self.event_filters
        if not isinstance(self.event_metrics, Unset):
            found["event_metrics"] = self.event_metrics
        if not isinstance(self.aggregation, Unset):
            found["aggregation"] = self.aggregation
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.stored_alert_thresholds import StoredAlertThresholds

        rest = dict(source)
        model = cls(
            current_bucket_score=rest.pop("current_bucket_score", UNSET),
            previous_bucket_score=rest.pop("previous_bucket_score", UNSET),
            last_triggered_baseline=rest.pop("last_triggered_baseline", UNSET),
            drift_percentage=rest.pop("drift_percentage", UNSET),
            thresholds=(
                StoredAlertThresholds.from_dict(value)
                if isinstance(value := rest.pop("thresholds", UNSET), dict)
                else value
            ),
            event_filters=rest.pop("event_filters", UNSET),
            event_metrics=rest.pop("event_metrics", UNSET),
            aggregation=rest.pop("aggregation", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
