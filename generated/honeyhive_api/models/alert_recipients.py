# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..models.notification_channel import NotificationChannel
from ..models.notification_scope import NotificationScope
from ..types import UNSET, Unset


@_define
class AlertRecipients:
    """Who is told, and how."""

    channel: NotificationChannel
    """How somebody is told."""
    scope: NotificationScope
    """Who is told."""
    metadata: dict[str, Any]
    """What the channel needs to know."""
    user_ids: list[str] | Unset = UNSET
    """The ids of the members to tell."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.channel, Unset):
            found["channel"] = self.channel
        if not isinstance(self.scope, Unset):
            found["scope"] = self.scope
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.user_ids, Unset):
            found["user_ids"] = self.user_ids
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            channel=rest.pop("channel", UNSET),
            scope=rest.pop("scope", UNSET),
            metadata=rest.pop("metadata", UNSET),
            user_ids=rest.pop("user_ids", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
