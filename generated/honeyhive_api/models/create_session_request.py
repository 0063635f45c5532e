# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class CreateSessionRequest:
    """A session to start. Every field may be left out."""

    session_id: str | Unset = UNSET
    """Your id for the session, a UUID. The service makes one (version 4) if it is left out or is no UUID."""
    session_name: str | Unset = UNSET
    """The name to show."""
    event_name: str | Unset = UNSET
    """The name of the session's own event. Falls back to `session_name`, then to `unknown`."""
    source: str | Unset = UNSET
    """Where the session comes from, as in `sdk-python`. Falls back to `unknown`."""
    start_time: float | Unset = UNSET
    """When it started, in Unix milliseconds."""
    end_time: float | Unset = UNSET
    """When it ended, in Unix milliseconds."""
    duration: float | Unset = UNSET
    """How long it took, in milliseconds."""
    config: dict[str, Any] | Unset = UNSET
    """The configuration the session runs with."""
    inputs: dict[str, Any] | Unset = UNSET
    """What went into the session."""
    outputs: dict[str, Any] | Unset = UNSET
    """What came out of the session."""
    metadata: dict[str, Any] | Unset = UNSET
    """Anything else worth keeping. Merged when the session exists."""
    user_properties: dict[str, Any] | Unset = UNSET
    """What is known about the user. Merged when the session exists."""
    children_ids: list[str] | Unset = UNSET
    """The ids of events directly below the session."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.session_id, Unset):
            found["session_id"] = self.session_id
        if not isinstance(self.session_name, Unset):
            found["session_name"] = self.session_name
        if not isinstance(self.event_name, Unset):
            found["event_name"] = self.event_name
        if not isinstance(self.source, Unset):
            found["source"] = self.source
        if not isinstance(self.start_time, Unset):
            found["start_time"] = self.start_time
        if not isinstance(self.end_time, Unset):
            found["end_time"] = self.end_time
        if not isinstance(self.duration, Unset):
            found["duration"] = self.duration
        if not isinstance(self.config, Unset):
            found["config"] = self.config
        if not isinstance(self.inputs, Unset):
            found["inputs"] = self.inputs
        if not isinstance(self.outputs, Unset):
            found["outputs"] = self.outputs
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.user_properties, Unset):
            found["user_properties"] = self.user_properties
        if not isinstance(self.children_ids, Unset):
            found["children_ids"] = self.children_ids
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            session_id=rest.pop("session_id", UNSET),
            session_name=rest.pop("session_name", UNSET),
            event_name=rest.pop("event_name", UNSET),
            source=rest.pop("source", UNSET),
            start_time=rest.pop("start_time", UNSET),
            end_time=rest.pop("end_time", UNSET),
            duration=rest.pop("duration", UNSET),
            config=rest.pop("config", UNSET),
            inputs=rest.pop("inputs", UNSET),
            outputs=rest.pop("outputs", UNSET),
            metadata=rest.pop("metadata", UNSET),
            user_properties=rest.pop("user_properties", UNSET),
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
