# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class EventFields:
    """What every event may carry."""

    project_id: str | Unset = UNSET
    """The id of the project."""
    source: str | Unset = UNSET
    """Where the event comes from. Falls back to `unknown`."""
    event_name: str | Unset = UNSET
    """The name of the event. Falls back to `unknown`."""
    parent_id: str | Unset = UNSET
    """The event above it. Falls back to the session."""
    children_ids: list[str] | Unset = UNSET
    """The ids of events directly below it."""
    config: dict[str, Any] | Unset = UNSET
    """The configuration used, such as the model and its settings."""
    inputs: dict[str, Any] | Unset = UNSET
    """What went in."""
    outputs: dict[str, Any] | Unset = UNSET
    """What came out."""
    error: None | str | Unset = UNSET
    """What went wrong, if anything did."""
    start_time: float | Unset = UNSET
    """When it started, in Unix milliseconds."""
    end_time: float | Unset = UNSET
    """When it ended, in Unix milliseconds."""
    duration: float | Unset = UNSET
    """How long it took, in milliseconds."""
    metadata: dict[str, Any] | Unset = UNSET
    """Anything else worth keeping, such as numbers of tokens."""
    feedback: dict[str, Any] | Unset = UNSET
    """What people said about it, or the right answer."""
    metrics: dict[str, Any] | Unset = UNSET
    """Measured values by name."""
    user_properties: dict[str, Any] | Unset = UNSET
    """What is known about the user."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.project_id, Unset):
            found["project_id"] = self.project_id
        if not isinstance(self.source, Unset):
            found["source"] = self.source
        if not isinstance(self.event_name, Unset):
            found["event_name"] = self.event_name
        if not isinstance(self.parent_id, Unset):
            found["parent_id"] = self.parent_id
        if not isinstance(self.children_ids, Unset):
            found["children_ids"] = self.children_ids
        if not isinstance(self.config, Unset):
            found["config"] = self.config
        if not isinstance(self.inputs, Unset):
            found["inputs"] = self.inputs
        if not isinstance(self.outputs, Unset):
            found["outputs"] = self.outputs
        if not isinstance(self.error, Unset):
            found["error"] = self.error
        if not isinstance(self.start_time, Unset):
            found["start_time"] = self.start_time
        if not isinstance(self.end_time, Unset):
            found["end_time"] = self.end_time
        if not isinstance(self.duration, Unset):
            found["duration"] = self.duration
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.feedback, Unset):
            found["feedback"] = self.feedback
        if not isinstance(self.metrics, Unset):
            found["metrics"] = self.metrics
        if not isinstance(self.user_properties, Unset):
            found["user_properties"] = self.user_properties
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            project_id=rest.pop("project_id", UNSET),
            source=rest.pop("source", UNSET),
            event_name=rest.pop("event_name", UNSET),
            parent_id=rest.pop("parent_id", UNSET),
            children_ids=rest.pop("children_ids", UNSET),
            config=rest.pop("config", UNSET),
            inputs=rest.pop("inputs", UNSET),
            outputs=rest.pop("outputs", UNSET),
            error=rest.pop("error", UNSET),
            start_time=rest.pop("start_time", UNSET),
            end_time=rest.pop("end_time", UNSET),
            duration=rest.pop("duration", UNSET),
            metadata=rest.pop("metadata", UNSET),
            feedback=rest.pop("feedback", UNSET),
            metrics=rest.pop("metrics", UNSET),
            user_properties=rest.pop("user_properties", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
