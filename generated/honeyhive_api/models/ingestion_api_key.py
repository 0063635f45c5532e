# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class IngestionApiKey:
    """A key that may only write sessions and events."""

    key_value: str
    """The text of the key; it is shown this once."""
    key_id: str
    """The id of the key."""
    root_scope_type: str
    """What kind of thing it opens, as in `project`."""
    root_scope_id: str
    """The id of what it opens."""
    name: str
    """The name of the key."""
    description: None | str
    """What it is for."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.key_value, Unset):
            found["key_value"] = self.key_value
        if not isinstance(self.key_id, Unset):
            found["key_id"] = self.key_id
        if not isinstance(self.root_scope_type, Unset):
            found["root_scope_type"] = self.root_scope_type
        if not isinstance(self.root_scope_id, Unset):
            found["root_scope_id"] = self.root_scope_id
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            key_value=rest.pop("key_value", UNSET),
            key_id=rest.pop("key_id", UNSET),
            root_scope_type=rest.pop("root_scope_type", UNSET),
            root_scope_id=rest.pop("root_scope_id", UNSET),
            name=rest.pop("name", UNSET),
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
