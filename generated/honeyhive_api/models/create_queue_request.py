# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.filter_set import FilterSet


@_define
class CreateQueueRequest:
    """An annotation queue to create."""

    name: str
    """The name of the queue."""
    description: str | Unset = UNSET
    """What it is for."""
    filters: FilterSet | Unset = UNSET
    """The conditions on the events that something is for."""
    enabled: bool | Unset = UNSET
    """Whether events enter it. They do when it is left out."""
    event_ids: list[str] | Unset = UNSET
    """The ids of events to begin with."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.filters, Unset):
            found["filters"] = plain(self.filters)
        if not isinstance(self.enabled, Unset):
            found["enabled"] = self.enabled
        if not isinstance(self.event_ids, Unset):
            found["event_ids"] = self.event_ids
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.filter_set import FilterSet

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            filters=(FilterSet.from_dict(value) if isinstance(value := rest.pop("filters", UNSET), dict) else value),
            enabled=rest.pop("enabled", UNSET),
            event_ids=rest.pop("event_ids", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
