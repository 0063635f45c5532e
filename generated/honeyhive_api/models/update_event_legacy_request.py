# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class UpdateEventLegacyRequest:
    """What changes in an event, and which event it is."""

    event_id: str
    """The id of the event."""
    metadata: dict[str, Any] | Unset = UNSET
    """Merged into what is stored."""
    feedback: dict[str, Any] | Unset = UNSET
    """Merged into what is stored."""
    metrics: dict[str, Any] | Unset = UNSET
    """Merged into what is stored."""
    outputs: dict[str, Any] | None | Unset = UNSET
    """Takes the place of what is stored; null leaves it as it is."""
    config: dict[str, Any] | Unset = UNSET
    """Merged into what is stored."""
    user_properties: dict[str, Any] | Unset = UNSET
    """Merged into what is stored."""
    duration: float | Unset = UNSET
    """How long it took, in milliseconds."""
    end_time: float | Unset = UNSET
    """When it ended, in Unix milliseconds."""
    children_ids: list[str] | Unset = UNSET
    """The ids of events directly below it; an empty list changes nothing."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.event_id, Unset):
            found["event_id"] = self.event_id
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.feedback, Unset):
            found["feedback"] = self.feedback
        if not isinstance(self.metrics, Unset):
            found["metrics"] = self.metrics
        if not isinstance(self.outputs, Unset):
            found["outputs"] = self.outputs
        if not isinstance(self.config, Unset):
            found["config"] = self.config
        if not isinstance(self.user_properties, Unset):
            found["user_properties"] = self.user_properties
        if not isinstance(self.duration, Unset):
            found["duration"] = self.duration
        if not isinstance(self.end_time, Unset):
            found["end_time"] = self.end_time
        if not isinstance(self.children_ids, Unset):
            found["children_ids"] = self.children_ids
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            event_id=rest.pop("event_id", UNSET),
            metadata=rest.pop("metadata", UNSET),
            feedback=rest.pop("feedback", UNSET),
            metrics=rest.pop("metrics", UNSET),
            outputs=rest.pop("outputs", UNSET),
            config=rest.pop("config", UNSET),
            user_properties=rest.pop("user_properties", UNSET),
            duration=rest.pop("duration", UNSET),
            end_time=rest.pop("end_time", UNSET),
            children_ids=rest.pop("children_ids", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
