# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class CreateDataPlaneApiKeyRequest:
    """A key to make."""

    name: str
    """The name of the key."""
    permissions: list[str]
    """What it is to open, as in `project.chart.get`. The organization may allow less."""
    expires_at: str
    """Until when it is valid, a time to come that the organization allows."""
    description: str | Unset = UNSET
    """What it is for."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.permissions, Unset):
            found["permissions"] = self.permissions
        if not isinstance(self.expires_at, Unset):
            found["expires_at"] = self.expires_at
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            permissions=rest.pop("permissions", UNSET),
            expires_at=rest.pop("expires_at", UNSET),
            description=rest.pop("description", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
