# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.schema_field import SchemaField


@_define
class EventsSchema:
    """The fields that occur in the stored events."""

    fields: list[SchemaField]
    """The fields."""
    datasets: list[str]
    """The ids of the datasets that events refer to."""
    mappings: dict[str, list[Any]]
    """What each mapped name stands for."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.fields, Unset):
            found["fields"] = plain(self.fields)
        if not isinstance(self.datasets, Unset):
            found["datasets"] = self.datasets
        if not isinstance(self.mappings, Unset):
            found["mappings"] = self.mappings
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.schema_field import SchemaField

        rest = dict(source)
        model = cls(
            fields=(
                [
                    SchemaField.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("fields", UNSET), list)
                else value
            ),
            datasets=rest.pop("datasets", UNSET),
            mappings=rest.pop("mappings", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
