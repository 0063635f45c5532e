# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.passed_and_failed import PassedAndFailed
    from ..models.passing_range import PassingRange


@_define
class MetricDetail:
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
    values: list[float] | Unset = UNSET
    """The values."""
    passing_range: PassingRange | Unset = UNSET
    """Between which values a metric passes."""
    datapoints: PassedAndFailed | Unset = UNSET
    """Which datapoints passed."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.metric_name, Unset):
            found["metric_name"] = self.metric_name
        if not isinstance(self.metric_type, Unset):
            found["metric_type"] = self.metric_type
        if not isinstance(self.event_name, Unset):
            found["event_name"] = self.event_name
        if not isinstance(self.event_type, Unset):
            found["event_type"] = self.event_type
        if not isinstance(self.aggregate, Unset):
            found["aggregate"] = self.aggregate
        if not isinstance(self.values, Unset):
            found["values"] = self.values
        if not isinstance(self.passing_range, Unset):
            found["passing_range"] = plain(self.passing_range)
        if not isinstance(self.datapoints, Unset):
            found["datapoints"] = plain(self.datapoints)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.passed_and_failed import PassedAndFailed
        from ..models.passing_range import PassingRange

        rest = dict(source)
        model = cls(
            metric_name=rest.pop("metric_name", UNSET),
            metric_type=rest.pop("metric_type", UNSET),
            event_name=rest.pop("event_name", UNSET),
            event_type=rest.pop("event_type", UNSET),
            aggregate=rest.pop("aggregate", UNSET),
            values=rest.pop("values", UNSET),
            passing_range=(
                PassingRange.from_dict(value) if isinstance(value := rest.pop("passing_range", UNSET), dict) else value
            ),
            datapoints=(
                PassedAndFailed.from_dict(value) if isinstance(value := rest.pop("datapoints", UNSET), dict) else value
            ),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
