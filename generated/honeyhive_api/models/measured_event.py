# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.measured_event_metadata import MeasuredEventMetadata


@_define
class MeasuredEvent:
    """An event with its metrics."""

    event_name: str
    """The name of the event."""
    event_type: str
    """The type of the event."""
    session_id: str
    """The session it belongs to."""
    metadata: MeasuredEventMetadata
    """What ties an event to its datapoint."""
    metrics: dict[str, float | bool]
    """The value of each metric, by its name."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.event_name, Unset):
            found["event_name"] = self.event_name
        if not isinstance(self.event_type, Unset):
            found["event_type"] = self.event_type
        if not isinstance(self.session_id, Unset):
            found["session_id"] = self.session_id
        if not isinstance(self.metadata, Unset):
            found["metadata"] = plain(self.metadata)
        if not isinstance(self.metrics, Unset):
            found["metrics"] = self.metrics
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.measured_event_metadata import MeasuredEventMetadata

        rest = dict(source)
        model = cls(
            event_name=rest.pop("event_name", UNSET),
            event_type=rest.pop("event_type", UNSET),
            session_id=rest.pop("session_id", UNSET),
            metadata=(
                MeasuredEventMetadata.from_dict(value)
                if isinstance(value := rest.pop("metadata", UNSET), dict)
                else value
            ),
            metrics=rest.pop("metrics", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
