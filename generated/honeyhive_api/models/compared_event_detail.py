# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class ComparedEventDetail:
    """A kind of event that occurs, and in which run."""

    event_name: str
    """The name of the events."""
    event_type: str
    """The type of the events."""
    presence: str
    """Where it occurs: `old`, `new` or `both`."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.event_name, Unset):
            found["event_name"] = self.event_name
        if not isinstance(self.event_type, Unset):
            found["event_type"] = self.event_type
        if not isinstance(self.presence, Unset):
            found["presence"] = self.presence
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            event_name=rest.pop("event_name", UNSET),
            event_type=rest.pop("event_type", UNSET),
            presence=rest.pop("presence", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
