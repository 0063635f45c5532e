# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.alert_result import AlertResult


@_define
class AlertTrigger:
    """One time that an alert was raised."""

    id: str
    """The id of this time."""
    alert_id: str
    """The id of the alert."""
    result: AlertResult
    """What a check of an alert found. More keys may appear."""
    muted: bool
    """Whether it was muted."""
    notification_sent: bool
    """Whether anybody was told."""
    triggered_time: str
    """When it was raised."""
    resolved_time: None | str
    """When it was over."""
    resolved_by: None | str
    """Who ended it."""
    created_at: str
    """When this was stored."""
    updated_at: str
    """When this was last changed."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.alert_id, Unset):
            found["alert_id"] = self.alert_id
        if not isinstance(self.result, Unset):
            found["result"] = plain(self.result)
        if not isinstance(self.muted, Unset):
            found["muted"] = self.muted
        if not isinstance(self.notification_sent, Unset):
            found["notification_sent"] = self.notification_sent
        if not isinstance(self.triggered_time, Unset):
            found["triggered_time"] = self.triggered_time
        if not isinstance(self.resolved_time, Unset):
            found["resolved_time"] = self.resolved_time
        if not isinstance(self.resolved_by, Unset):
            found["resolved_by"] = self.resolved_by
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.updated_at, Unset):
            found["updated_at"] = self.updated_at
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.alert_result import AlertResult

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            alert_id=rest.pop("alert_id", UNSET),
            result=(AlertResult.from_dict(value) if isinstance(value := rest.pop("result", UNSET), dict) else value),
            muted=rest.pop("muted", UNSET),
            notification_sent=rest.pop("notification_sent", UNSET),
            triggered_time=rest.pop("triggered_time", UNSET),
            resolved_time=rest.pop("resolved_time", UNSET),
            resolved_by=rest.pop("resolved_by", UNSET),
            created_at=rest.pop("created_at", UNSET),
            updated_at=rest.pop("updated_at", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
