# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.alert_membership import AlertMembership


@_define
class AlertNotification:
    """Who is told about an alert."""

    id: str
    """The id of the notification."""
    alert_id: str
    """The id of the alert."""
    stage: str
    """When: `CRITICAL` or `RESOLUTION`."""
    channel: str
    """How, as in `EMAIL`."""
    scope: str
    """Who, as in `ALL_PROJECT_MEMBERS`."""
    created_at: str
    """When this was stored."""
    membership_id: None | str | Unset = UNSET
    """The id of the membership of the one to tell."""
    metadata: dict[str, Any] | None | Unset = UNSET
    """What the channel needs to know."""
    last_sent_at: None | str | Unset = UNSET
    """When somebody was last told."""
    membership: AlertMembership | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.alert_id, Unset):
            found["alert_id"] = self.alert_id
        if not isinstance(self.stage, Unset):
            found["stage"] = self.stage
        if not isinstance(self.channel, Unset):
            found["channel"] = self.channel
        if not isinstance(self.scope, Unset):
            found["scope"] = self.scope
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.membership_id, Unset):
            found["membership_id"] = self.membership_id
        if not isinstance(self.metadata, Unset):
            found["metadata"] = self.metadata
        if not isinstance(self.last_sent_at, Unset):
            found["last_sent_at"] = self.last_sent_at
        if not isinstance(self.membership, Unset):
            found["membership"] = plain(self.membership)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.alert_membership import AlertMembership

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            alert_id=rest.pop("alert_id", UNSET),
            stage=rest.pop("stage", UNSET),
            channel=rest.pop("channel", UNSET),
            scope=rest.pop("scope", UNSET),
            created_at=rest.pop("created_at", UNSET),
            membership_id=rest.pop("membership_id", UNSET),
            metadata=rest.pop("metadata", UNSET),
            last_sent_at=rest.pop("last_sent_at", UNSET),
            membership=(
                AlertMembership.from_dict(value) if isinstance(value := rest.pop("membership", UNSET), dict) else value
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
