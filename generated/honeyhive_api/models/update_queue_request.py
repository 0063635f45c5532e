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
class UpdateQueueRequest:
    """What changes in an annotation queue. Keys that are left out stay as they are."""

    id: str
    """The id of the queue again."""
    name: str | Unset = UNSET
    """The name of the queue."""
    description: str | Unset = UNSET
    """What it is for."""
    filters: FilterSet | Unset = UNSET
    """The conditions on the events that something is for."""
    enabled: bool | Unset = UNSET
    """Whether events enter it."""
    add_event_ids: list[str] | Unset = UNSET
    """The ids of events to add."""
    remove_event_ids: list[str] | Unset = UNSET
    """The ids of events to take out."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.filters, Unset):
            found["filters"] = plain(self.filters)
        if not isinstance(self.enabled, Unset):
            found["enabled"] = self.enabled
        if not isinstance(self.add_event_ids, Unset):
            found["add_event_ids"] = self.add_event_ids
        if not isinstance(self.remove_event_ids, Unset):
            found["remove_event_ids"] = self.remove_event_ids
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.filter_set import FilterSet

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            filters=(FilterSet.from_dict(value) if isinstance(value := rest.pop("filters", UNSET), dict) else value),
            enabled=rest.pop("enabled", UNSET),
            add_event_ids=rest.pop("add_event_ids", UNSET),
            remove_event_ids=rest.pop("remove_event_ids", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
