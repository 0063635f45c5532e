# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.create_event_request import CreateEventRequest
    from ..models.session_properties import SessionProperties


@_define
class CreateEventBatchRequest:
    """Several events."""

    events: list[CreateEventRequest]
    """The events to log."""
    single_session: bool | Unset = UNSET
    """Whether all events go into one session. They do not when it is left out."""
    session_properties: SessionProperties | Unset = UNSET
    """What is known about the session that a batch makes."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.events, Unset):
            found["events"] = plain(self.events)
        if not isinstance(self.single_session, Unset):
            found["single_session"] = self.single_session
        if not isinstance(self.session_properties, Unset):
            found["session_properties"] = plain(self.session_properties)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.create_event_request import CreateEventRequest
        from ..models.session_properties import SessionProperties

        rest = dict(source)
        model = cls(
            events=(
                [
                    CreateEventRequest.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("events", UNSET), list)
                else value
            ),
            single_session=rest.pop("single_session", UNSET),
            session_properties=(
                SessionProperties.from_dict(value)
                if isinstance(value := rest.pop("session_properties", UNSET), dict)
                else value
            ),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
