# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..models.filter_operator import FilterOperator
from ..models.filter_type import FilterType
from ..types import UNSET, Unset


@_define
class Filter:
    """One condition on events, with its type."""

    field: str
    """The field to test, as a path with dots, as in `metadata.release`."""
    operator: FilterOperator
    """How a field is compared with the value of a filter."""
    value: bool | float | None | str
    """What to compare with; null where the operator needs nothing."""
    type_: FilterType
    """What the value of a filter is taken for. Ids are strings."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.field, Unset):
            found["field"] = self.field
        if not isinstance(self.operator, Unset):
            found["operator"] = self.operator
        if not isinstance(self.value, Unset):
            found["value"] = self.value
        if not isinstance(self.type_, Unset):
            found["type"] = self.type_
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            field=rest.pop("field", UNSET),
            operator=rest.pop("operator", UNSET),
            value=rest.pop("value", UNSET),
            type_=rest.pop("type", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
