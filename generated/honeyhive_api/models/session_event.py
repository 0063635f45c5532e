# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class SessionEvent:
    """An event, or a session with its events in `children`, as the legacy API has them. No field is required."""

    children: list[Any] | Unset = UNSET
    """The events directly below this one."""
    config: dict[str, Any] | Unset = UNSET
    """The configuration of the model, the tool or whatever else the event is about."""
    duration: float | Unset = UNSET
    """How long it took, in milliseconds."""
    end_time: float | Unset = UNSET
    """When it ended, in Unix milliseconds."""
    error: None | str | Unset = UNSET
    """What went wrong, if anything did."""
    event_id: str | Unset = UNSET
    """The id of the event."""
    event_name: str | Unset = UNSET
    """The name of the event."""
    event_type: str | Unset = UNSET
    """The type of the event; the legacy API takes any text."""
    feedback: dict[str, Any] | Unset = UNSET
    """What people said about it."""
    inputs: dict[str, Any] | Unset = UNSET
    """What went in."""
    metadata: dict[str, Any] | Unset = UNSET
    """Anything else worth keeping."""
    metrics: dict[str, Any] | Unset = UNSET
    """Measured values by name."""
    outputs: dict[str, Any] | Unset = UNSET
    """What came out."""
    project: str | Unset = UNSET
    """The name of the project."""
    session_id: None | str | Unset = UNSET
    """The session the event belongs to."""
    source: str | Unset = UNSET
    """Where the event comes from."""
    start_time: float | Unset = UNSET
    """When it started, in Unix milliseconds."""
    user_properties: dict[str, Any] | Unset = UNSET
    """What is known about the user."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.children, Unset):
            found["children"] = self.children
        if not isinstance(self.config, Unset):
            found["config"] = self.config
        if not isinstance(self.duration, Unset):
            found["duration"] = self.duration
        if not isinstance(self.end_time, Unset):
            found["end_time"] = self.end_time
        if not isinstance(self.error, Unset):
            found["error"] = self.error
        if not isinstance(self.event_id, Unset):
            found["event_id"] = self.event_id
        if not isinstance(self.event_name, Unset):
            found["event_name"] = self.event_name
        if not isinstance(self.event_type, Unset):
            found["event_type"] = self.event_type
        if not isinstance(self.feedback, Unset):
            found["feedback"] = self.feedback
        if not isinstance(self.inputs, Unset):
            found["inputs"] = self.inputs
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.metrics, Unset):
            found["metrics"] = self.metrics
        if not isinstance(self.outputs, Unset):
            found["outputs"] = self.outputs
        if not isinstance(self.project, Unset):
            found["project"] = self.project
        if not isinstance(self.session_id, Unset):
            found["session_id"] = self.session_id
        if not isinstance(self.source, Unset):
            found["source"] = self.source
        if not isinstance(self.start_time, Unset):
            found["start_time"] = self.start_time
        if not isinstance(self.user_properties, Unset):
            found["user_properties"] = self.user_properties
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            children=rest.pop("children", UNSET),
            config=rest.pop("config", UNSET),
            duration=rest.pop("duration", UNSET),
            end_time=rest.pop("end_time", UNSET),
            error=rest.pop("error", UNSET),
            event_id=rest.pop("event_id", UNSET),
            event_name=rest.pop("event_name", UNSET),
            event_type=rest.pop("event_type", UNSET),
            feedback=rest.pop("feedback", UNSET),
            inputs=rest.pop("inputs", UNSET),
            metadata=rest.pop("metadata", UNSET),
            metrics=rest.pop("metrics", UNSET),
            outputs=rest.pop("outputs", UNSET),
            project=rest.pop("project", UNSET),
            session_id=rest.pop("session_id", UNSET),
            source=rest.pop("source", UNSET),
            start_time=rest.pop("start_time", UNSET),
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
