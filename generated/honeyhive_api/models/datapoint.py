# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class Datapoint:
    """A stored datapoint: what goes in, and what should come out."""

    id: str
    """The id of the datapoint."""
    inputs: dict[str, Any]
    """What goes in."""
    history: list[Any]
    """The conversation before it, message by message."""
    ground_truth: dict[str, Any] | None
    """What should come out."""
    metadata: dict[str, Any] | None
    """Anything else worth keeping."""
    linked_event: None | str
    """The id of the event that it was made of."""
    created_at: str
    """When it was created."""
    updated_at: str | Unset = UNSET
    """When it was last changed."""
    linked_datasets: list[str] | Unset = UNSET
    """The ids of the datasets that hold it."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.inputs, Unset):
            found["inputs"] = self.inputs
        if not isinstance(self.history, Unset):
            found["history"] = self.history
        if not isinstance(self.ground_truth, Unset):
            found["ground_truth"] = self.ground_truth
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.linked_event, Unset):
            found["linked_event"] = self.linked_event
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.updated_at, Unset):
            found["updated_at"] = self.updated_at
        if not isinstance(self.linked_datasets, Unset):
            found["linked_datasets"] = self.linked_datasets
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            inputs=rest.pop("inputs", UNSET),
            history=rest.pop("history", UNSET),
            ground_truth=rest.pop("ground_truth", UNSET),
            metadata=rest.pop("metadata", UNSET),
            linked_event=rest.pop("linked_event", UNSET),
            created_at=rest.pop("created_at", UNSET),
            updated_at=rest.pop("updated_at", UNSET),
            linked_datasets=rest.pop("linked_datasets", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
