# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..models.run_status import RunStatus
from ..types import UNSET, Unset


@_define
class UpdateRunRequest:
    """What changes in a run. Keys that are left out stay as they are."""

    name: str | Unset = UNSET
    """The name of the run."""
    description: str | Unset = UNSET
    """What it is about."""
    status: RunStatus | Unset = UNSET
    """The state of an experiment run."""
    metadata: dict[str, Any] | Unset = UNSET
    """Anything else worth keeping."""
    results: dict[str, Any] | Unset = UNSET
    """What came out of it."""
    event_ids: list[str] | Unset = UNSET
    """The ids of the events at the roots of its sessions."""
    configuration: dict[str, Any] | Unset = UNSET
    """What was tried, such as the model and its settings."""
    evaluators: list[Any] | Unset = UNSET
    """The evaluators that judged it."""
    session_ids: list[str] | Unset = UNSET
    """The ids of its sessions."""
    datapoint_ids: list[str] | Unset = UNSET
    """The ids of the datapoints it ran over."""
    passing_ranges: dict[str, Any] | Unset = UNSET
    """Between which values each metric passes, by its name."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.status, Unset):
            found["status"] = self.status
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.results, Unset):
            found["results"] = self.results
        if not isinstance(self.event_ids, Unset):
            found["event_ids"] = self.event_ids
        if not isinstance(self.configuration, Unset):
            found["configuration"] = self.configuration
        if not isinstance(self.evaluators, Unset):
            found["evaluators"] = self.evaluators
        if not isinstance(self.session_ids, Unset):
            found["session_ids"] = self.session_ids
        if not isinstance(self.datapoint_ids, Unset):
            found["datapoint_ids"] = self.datapoint_ids
        if not isinstance(self.passing_ranges, Unset):
            found["passing_ranges"] = self.passing_ranges
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            status=rest.pop("status", UNSET),
            metadata=rest.pop("metadata", UNSET),
            results=rest.pop("results", UNSET),
            event_ids=rest.pop("event_ids", UNSET),
            configuration=rest.pop("configuration", UNSET),
            evaluators=rest.pop("evaluators", UNSET),
            session_ids=rest.pop("session_ids", UNSET),
            datapoint_ids=rest.pop("datapoint_ids", UNSET),
            passing_ranges=rest.pop("passing_ranges", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
