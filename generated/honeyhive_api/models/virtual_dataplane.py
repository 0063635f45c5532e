# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class VirtualDataplane:
    """A virtual data plane."""

    id: str
    """The id of the virtual data plane."""
    name: str
    """The name to show."""
    cluster_id: str
    """The id of the cluster it runs on."""
    created_at: str
    """When it was created."""
    updated_at: str
    """When it was last changed."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.cluster_id, Unset):
            found["cluster_id"] = self.cluster_id
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.updated_at, Unset):
            found["updated_at"] = self.updated_at
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            name=rest.pop("name", UNSET),
            cluster_id=rest.pop("cluster_id", UNSET),
            created_at=rest.pop("created_at", UNSET),
            updated_at=rest.pop("updated_at", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
