# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class DatapointOutcome:
    """What came out for one datapoint."""

    session_id: str
    """The session that ran it."""
    passed: bool
    """Whether it passed."""
    datapoint_id: None | str | Unset = UNSET
    """The id of the datapoint."""
    metrics: list[Any] | Unset = UNSET
    """The values of the metrics."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.session_id, Unset):
            found["session_id"] = self.session_id
        if not isinstance(self.passed, Unset):
            found["passed"] = self.passed
        if not isinstance(self.datapoint_id, Unset):
            found["datapoint_id"] = self.datapoint_id
        if not isinstance(self.metrics, Unset):
            found["metrics"] = self.metrics
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            session_id=rest.pop("session_id", UNSET),
            passed=rest.pop("passed", UNSET),
            datapoint_id=rest.pop("datapoint_id", UNSET),
            metrics=rest.pop("metrics", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
