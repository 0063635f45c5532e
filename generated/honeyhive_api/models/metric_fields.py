# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.child_metric import ChildMetric


@_define
class MetricFields:
    """What every metric may carry."""

    name: str | Unset = UNSET
    """The name of the metric."""
    criteria: str | Unset = UNSET
    """The code or the prompt."""
    enabled_in_prod: bool | Unset = UNSET
    """Whether it judges events as they come in."""
    sampling_percentage: float | Unset = UNSET
    """The share of the events that it judges, in percent."""
    model_provider: None | str | Unset = UNSET
    """Who provides the model that judges."""
    model_name: None | str | Unset = UNSET
    """The model that judges."""
    scale: int | None | Unset = UNSET
    """The largest score."""
    needs_ground_truth: bool | Unset = UNSET
    """Has no effect."""
    child_metrics: list[ChildMetric] | None | Unset = UNSET
    """Has no effect."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.criteria, Unset):
            found["criteria"] = self.criteria
        if not isinstance(self.enabled_in_prod, Unset):
            found["enabled_in_prod"] = self.enabled_in_prod
        if not isinstance(self.sampling_percentage, Unset):
            found["sampling_percentage"] = self.sampling_percentage
        if not isinstance(self.model_provider, Unset):
            found["model_provider"] = self.model_provider
        if not isinstance(self.model_name, Unset):
            found["model_name"] = self.model_name
        if not isinstance(self.scale, Unset):
            found["scale"] = self.scale
        if not isinstance(self.needs_ground_truth, Unset):
            found["needs_ground_truth"] = self.needs_ground_truth
        if not isinstance(self.child_metrics, Unset):
            found["child_metrics"] = plain(self.child_metrics)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.child_metric import ChildMetric

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            criteria=rest.pop("criteria", UNSET),
            enabled_in_prod=rest.pop("enabled_in_prod", UNSET),
            sampling_percentage=rest.pop("sampling_percentage", UNSET),
            model_provider=rest.pop("model_provider", UNSET),
            model_name=rest.pop("model_name", UNSET),
            scale=rest.pop("scale", UNSET),
            needs_ground_truth=rest.pop("needs_ground_truth", UNSET),
            child_metrics=(
                [
                    ChildMetric.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("child_metrics", UNSET), list)
                else value
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
