# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class SessionProperties:
    """What is known about the session that a batch makes."""

    session_name: str | Unset = UNSET
    """The name to show."""
    start_time: float | Unset = UNSET
    """When it started, in Unix milliseconds."""
    user_properties: dict[str, Any] | Unset = UNSET
    """What is known about the user."""
    metadata: dict[str, Any] | Unset = UNSET
    """Anything else worth keeping."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.session_name, Unset):
            found["session_name"] = self.session_name
        if not isinstance(self.start_time, Unset):
            found["start_time"] = self.start_time
        if not isinstance(self.user_properties, Unset):
            found["user_properties"] = self.user_properties
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            session_name=rest.pop("session_name", UNSET),
            start_time=rest.pop("start_time", UNSET),
            user_properties=rest.pop("user_properties", UNSET),
            metadata=rest.pop("metadata", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
