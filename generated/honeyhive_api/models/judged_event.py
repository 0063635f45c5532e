# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.judged_event_feedback import JudgedEventFeedback


@_define
class JudgedEvent:
    """The event that a metric is tried on. More keys may be sent."""

    event_type: str | Unset = UNSET
    """The type of the event."""
    event_name: str | Unset = UNSET
    """The name of the event."""
    inputs: dict[str, Any] | Unset = UNSET
    """What went in."""
    outputs: dict[str, Any] | Unset = UNSET
    """What came out."""
    feedback: JudgedEventFeedback | Unset = UNSET
    """What people said about an event. More keys may be sent."""
    workspace_id: str | Unset = UNSET
    """Has no effect."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.event_type, Unset):
            found["event_type"] = self.event_type
        if not isinstance(self.event_name, Unset):
            found["event_name"] = self.event_name
        if not isinstance(self.inputs, Unset):
            found["inputs"] = self.inputs
        if not isinstance(self.outputs, Unset):
            found["outputs"] = self.outputs
        if not isinstance(self.feedback, Unset):
            found["feedback"] = plain(self.feedback)
        if not isinstance(self.workspace_id, Unset):
            found["workspace_id"] = self.workspace_id
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.judged_event_feedback import JudgedEventFeedback

        rest = dict(source)
        model = cls(
            event_type=rest.pop("event_type", UNSET),
            event_name=rest.pop("event_name", UNSET),
            inputs=rest.pop("inputs", UNSET),
            outputs=rest.pop("outputs", UNSET),
            feedback=(
                JudgedEventFeedback.from_dict(value)
                if isinstance(value := rest.pop("feedback", UNSET), dict)
                else value
            ),
            workspace_id=rest.pop("workspace_id", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
