# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class CreateVirtualDataplaneRequest:
    """A virtual data plane to create."""

    name: str
    """The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among them, and no space at
    its start."""
    slug: str | Unset = UNSET
    """A short name of letters, digits and `_` that no other virtual data plane has. Made of the name if it is left
    out."""
    cluster_id: str | Unset = UNSET
    """The id of the cluster it is to run on."""
    dataplane_creator: str | Unset = UNSET
    """The address of the member who counts as its creator."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.slug, Unset):
            found["slug"] = self.slug
        if not isinstance(self.cluster_id, Unset):
            found["cluster_id"] = self.cluster_id
        if not isinstance(self.dataplane_creator, Unset):
            found["dataplane_creator"] = self.dataplane_creator
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            slug=rest.pop("slug", UNSET),
            cluster_id=rest.pop("cluster_id", UNSET),
            dataplane_creator=rest.pop("dataplane_creator", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
