# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class MetricComparison:
    """The change of one metric from one run to another."""

    metric_name: str
    """The name of the metric."""
    metric_type: str | Unset = UNSET
    """The kind of the metric."""
    old_aggregate: float | Unset = UNSET
    """The value in the older run."""
    new_aggregate: float | Unset = UNSET
    """The value in the newer run."""
    difference: float | Unset = UNSET
    """The newer value less the older one."""
    percentage_change: float | Unset = UNSET
    """The difference in percent of the older value."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.metric_name, Unset):
            found["metric_name"] = self.metric_name
        if not isinstance(self.metric_type, Unset):
            found["metric_type"] = self.metric_type
        if not isinstance(self.old_aggregate, Unset):
            found["old_aggregate"] = self.old_aggregate
        if not isinstance(self.new_aggregate, Unset):
            found["new_aggregate"] = self.new_aggregate
        if not isinstance(self.difference, Unset):
            found["difference"] = self.difference
        if not isinstance(self.percentage_change, Unset):
            found["percentage_change"] = self.percentage_change
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            metric_name=rest.pop("metric_name", UNSET),
            metric_type=rest.pop("metric_type", UNSET),
            old_aggregate=rest.pop("old_aggregate", UNSET),
            new_aggregate=rest.pop("new_aggregate", UNSET),
            difference=rest.pop("difference", UNSET),
            percentage_change=rest.pop("percentage_change", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
