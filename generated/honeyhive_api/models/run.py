# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class Run:
    """A stored experiment run."""

    id: str
    """The id of the record."""
    run_id: str
    """The id of the run."""
    metadata: dict[str, Any]
    """Anything else that was kept."""
    results: dict[str, Any]
    """What came out of it."""
    event_ids: list[str]
    """The ids of the events at the roots of its sessions."""
    configuration: dict[str, Any]
    """What was tried, such as the model and its settings."""
    is_active: bool
    """False once it is deleted."""
    created_at: str
    """When it was created."""
    scope_type: str
    """What kind of thing it belongs to, as in `project`."""
    scope_id: str
    """The id of what it belongs to."""
    name: None | str | Unset = UNSET
    """The name of the run."""
    description: None | str | Unset = UNSET
    """What it is about."""
    status: None | str | Unset = UNSET
    """The state it is in, as in `completed`."""
    metrics: dict[str, float] | Unset = UNSET
    """The value of each metric, by its name."""
    updated_at: None | str | Unset = UNSET
    """When it was last changed."""
    dataset_id: None | str | Unset = UNSET
    """The id of the dataset it ran over."""
    dataset_name: None | str | Unset = UNSET
    """The name of that dataset, if it is stored and not deleted."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.run_id, Unset):
            found["run_id"] = self.run_id
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.results, Unset):
            found["results"] = self.results
        if not isinstance(self.event_ids, Unset):
            found["event_ids"] = self.event_ids
        if not isinstance(self.configuration, Unset):
            found["configuration"] = self.configuration
        if not isinstance(self.is_active, Unset):
            found["is_active"] = self.is_active
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.scope_type, Unset):
            found["scope_type"] = self.scope_type
        if not isinstance(self.scope_id, Unset):
            found["scope_id"] = self.scope_id
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.status, Unset):
            found["status"] = self.status
        if not isinstance(self.metrics, Unset):
            found["metrics"] = self.metrics
        if not isinstance(self.updated_at, Unset):
            found["updated_at"] = self.updated_at
        if not isinstance(self.dataset_id, Unset):
            found["dataset_id"] = self.dataset_id
        if not isinstance(self.dataset_name, Unset):
            found["dataset_name"] = self.dataset_name
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            run_id=rest.pop("run_id", UNSET),
            metadata=rest.pop("metadata", UNSET),
            results=rest.pop("results", UNSET),
            event_ids=rest.pop("event_ids", UNSET),
            configuration=rest.pop("configuration", UNSET),
            is_active=rest.pop("is_active", UNSET),
            created_at=rest.pop("created_at", UNSET),
            scope_type=rest.pop("scope_type", UNSET),
            scope_id=rest.pop("scope_id", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            status=rest.pop("status", UNSET),
            metrics=rest.pop("metrics", UNSET),
            updated_at=rest.pop("updated_at", UNSET),
            dataset_id=rest.pop("dataset_id", UNSET),
            dataset_name=rest.pop("dataset_name", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
