# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class MetricResult:
    """What a metric says about an event."""

    success: bool
    """Whether the metric could judge."""
    loading: bool
    """Whether it is still at work."""
    result: bool | float | None | str
    """What it says."""
    explanation: None | str
    """Why it says so."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.success, Unset):
            found["success"] = self.success
        if not isinstance(self.loading, Unset):
            found["loading"] = self.loading
        if not isinstance(self.result, Unset):
            found["result"] = self.result
        if not isinstance(self.explanation, Unset):
            found["explanation"] = self.explanation
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            success=rest.pop("success", UNSET),
            loading=rest.pop("loading", UNSET),
            result=rest.pop("result", UNSET),
            explanation=rest.pop("explanation", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
