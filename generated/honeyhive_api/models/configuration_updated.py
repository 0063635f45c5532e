# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class ConfigurationUpdated:
    """What the service answers to a changed configuration."""

    modified_count: float
    """How many were changed."""
    acknowledged: bool
    """Whether the change was taken in."""
    upserted_id: None | str
    """The id of the configuration that had to be made, if one had."""
    upserted_count: float
    """How many configurations had to be made."""
    matched_count: float
    """How many configurations have that id."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.modified_count, Unset):
            found["modifiedCount"] = self.modified_count
        if not isinstance(self.acknowledged, Unset):
            found["acknowledged"] = self.acknowledged
        if not isinstance(self.upserted_id, Unset):
            found["upsertedId"] = self.upserted_id
        if not isinstance(self.upserted_count, Unset):
            found["upsertedCount"] = self.upserted_count
        if not isinstance(self.matched_count, Unset):
            found["matchedCount"] = self.matched_count
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            modified_count=rest.pop("modifiedCount", UNSET),
            acknowledged=rest.pop("acknowledged", UNSET),
            upserted_id=rest.pop("upsertedId", UNSET),
            upserted_count=rest.pop("upsertedCount", UNSET),
            matched_count=rest.pop("matchedCount", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
