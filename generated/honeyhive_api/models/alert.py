# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.alert_event_filter import AlertEventFilter
    from ..models.alert_event_metric import AlertEventMetric
    from ..models.alert_notification import AlertNotification
    from ..models.alert_result import AlertResult
    from ..models.alert_trigger import AlertTrigger
    from ..models.stored_alert_thresholds import StoredAlertThresholds


@_define
class Alert:
    """A stored alert."""

    id: str
    """The id of the alert."""
    name: str
    """The name of the alert."""
    status: str
    """The state it is in, as in `ACTIVE`."""
    frequency: str
    """How often it is checked, as in `DAILY`."""
    minimum_sample_size: int
    """How many events it takes to judge."""
    alert_type: str
    """What it looks at, as in `AGGREGATE`."""
    aggregation: str
    """How the values become one, as in `AVERAGE`."""
    event_filters: list[AlertEventFilter]
    """The conditions on the events."""
    event_metrics: list[AlertEventMetric]
    """The metrics that it looks at."""
    thresholds: StoredAlertThresholds
    """When an alert is raised and when it is over, as it is stored."""
    is_active: bool
    """False once it is archived."""
    is_muted: bool
    """Whether nobody is told."""
    created_at: str
    """When it was created."""
    scope_type: str
    """What kind of thing it belongs to."""
    scope_id: str
    """The id of what it belongs to."""
    description: None | str | Unset = UNSET
    """What it is for."""
    last_run_at: None | str | Unset = UNSET
    """When it was last checked."""
    last_result: AlertResult | None | Unset = UNSET
    trigger_error: None | str | Unset = UNSET
    """What went wrong when it was last checked."""
    updated_at: None | str | Unset = UNSET
    """When it was last changed."""
    last_trigger_id: None | str | Unset = UNSET
    """The id of the last time it was raised."""
    created_by: None | str | Unset = UNSET
    """Who created it."""
    last_trigger: AlertTrigger | Unset = UNSET
    """One time that an alert was raised."""
    triggers: list[AlertTrigger] | Unset = UNSET
    """When it was raised."""
    notifications: list[AlertNotification] | Unset = UNSET
    """Who is told."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.status, Unset):
            found["status"] = self.status
        if not isinstance(self.frequency, Unset):
            found["frequency"] = self.frequency
        if not isinstance(self.minimum_sample_size, Unset):
            found["minimum_sample_size"] = self.minimum_sample_size
        if not isinstance(self.alert_type, Unset):
            found["alert_type"] = self.alert_type
        if not isinstance(self.aggregation, Unset):
            found["aggregation"] = self.aggregation
        if not isinstance(self.event_filters, Unset):
            found["event_filters"] = plain(self.event_filters)
        if not isinstance(self.event_metrics, Unset):
            found["event_metrics"] = plain(self.event_metrics)
        if not isinstance(self.thresholds, Unset):
            found["thresholds"] = plain(self.thresholds)
        if not isinstance(self.is_active, Unset):
            found["is_active"] = self.is_active
        if not isinstance(self.is_muted, Unset):
            found["is_muted"] = self.is_muted
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.scope_type, Unset):
            found["scope_type"] = self.scope_type
        if not isinstance(self.scope_id, Unset):
            found["scope_id"] = self.scope_id
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.last_run_at, Unset):
            found["last_run_at"] = self.last_run_at
        if not isinstance(self.last_result, Unset):
            found["last_result"] = plain(self.last_result)
        if not isinstance(self.trigger_error, Unset):
            found["trigger_error"] = self.trigger_error
        if not isinstance(self.updated_at, Unset):
            found["updated_at"] = self.updated_at
        if not isinstance(self.last_trigger_id, Unset):
            found["last_trigger_id"] = self.last_trigger_id
        if not isinstance(self.created_by, Unset):
            found["created_by"] = self.created_by
        if not isinstance(self.last_trigger, Unset):
            found["last_trigger"] = plain(self.last_trigger)
        if not isinstance(self.triggers, Unset):
            found["triggers"] = plain(self.triggers)
        if not isinstance(self.notifications, Unset):
            found["notifications"] = plain(self.notifications)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.alert_event_filter import AlertEventFilter
        from ..models.alert_event_metric import AlertEventMetric
        from ..models.alert_notification import AlertNotification
        from ..models.alert_result import AlertResult
        from ..models.alert_trigger import AlertTrigger
        from ..models.stored_alert_thresholds import StoredAlertThresholds

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            name=rest.pop("name", UNSET),
            status=rest.pop("status", UNSET),
            frequency=rest.pop("frequency", UNSET),
            minimum_sample_size=rest.pop("minimum_sample_size", UNSET),
            alert_type=rest.pop("alert_type", UNSET),
            aggregation=rest.pop("aggregation", UNSET),
            event_filters=(
                [
                    AlertEventFilter.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("event_filters", UNSET), list)
                else value
            ),
            event_metrics=(
                [
                    AlertEventMetric.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("event_metrics", UNSET), list)
                else value
            ),
            thresholds=(
                StoredAlertThresholds.from_dict(value)
                if isinstance(value := rest.pop("thresholds", UNSET), dict)
                else value
            ),
            is_active=rest.pop("is_active", UNSET),
            is_muted=rest.pop("is_muted", UNSET),
            created_at=rest.pop("created_at", UNSET),
            scope_type=rest.pop("scope_type", UNSET),
            scope_id=rest.pop("scope_id", UNSET),
            description=rest.pop("description", UNSET),
            last_run_at=rest.pop("last_run_at", UNSET),
            last_result=(
                AlertResult.from_dict(value) if isinstance(value := rest.pop("last_result", UNSET), dict) else value
            ),
            trigger_error=rest.pop("trigger_error", UNSET),
            updated_at=rest.pop("updated_at", UNSET),
            last_trigger_id=rest.pop("last_trigger_id", UNSET),
            created_by=rest.pop("created_by", UNSET),
            last_trigger=(
                AlertTrigger.from_dict(value) if isinstance(value := rest.pop("last_trigger", UNSET), dict) else value
            ),
            triggers=(
                [
                    AlertTrigger.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("triggers", UNSET), list)
                else value
            ),
            notifications=(
                [
                    AlertNotification.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("notifications", UNSET), list)
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
