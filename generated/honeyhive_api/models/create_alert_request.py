# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..models.alert_aggregation import AlertAggregation
from ..models.alert_frequency import AlertFrequency
from ..models.alert_status import AlertStatus
from ..models.alert_type import AlertType
from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.alert_notification_details import AlertNotificationDetails
    from ..models.alert_thresholds import AlertThresholds
    from ..models.filter_ import Filter


@_define
class CreateAlertRequest:
    """An alert to create."""

    name: str
    """The name of the alert."""
    frequency: AlertFrequency
    """How often an alert is checked."""
    thresholds: AlertThresholds
    """When an alert is raised and when it is over."""
    filters: list[Filter]
    """The conditions that an event has to meet, all of them."""
    projections: list[str]
    """The metrics to look at."""
    notification_details: AlertNotificationDetails
    """Who is told when."""
    description: str | Unset = UNSET
    """What it is for."""
    minimum_sample_size: int | Unset = UNSET
    """How many events it takes to judge; none when left out."""
    alert_type: AlertType | Unset = UNSET
    """What an alert looks at."""
    aggregation: AlertAggregation | Unset = UNSET
    """How the values of an alert become one."""
    status: AlertStatus | Unset = UNSET
    """The state of an alert."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.frequency, Unset):
            found["frequency"] = self.frequency
        if not isinstance(self.thresholds, Unset):
            found["thresholds"] = plain(self.thresholds)
        if not isinstance(self.filters, Unset):
            found["filters"] = plain(self.filters)
        if not isinstance(self.projections, Unset):
            found["projections"] = self.projections
        if not isinstance(self.notification_details, Unset):
            found["notification_details"] = plain(self.notification_details)
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.minimum_sample_size, Unset):
            found["minimum_sample_size"] = self.minimum_sample_size
        if not isinstance(self.alert_type, Unset):
            found["alert_type"] = self.alert_type
        if not isinstance(self.aggregation, Unset):
            found["aggregation"] = self.aggregation
        if not isinstance(self.status, Unset):
            found["status"] = self.status
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.alert_notification_details import AlertNotificationDetails
        from ..models.alert_thresholds import AlertThresholds
        from ..models.filter_ import Filter

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            frequency=rest.pop("frequency", UNSET),
            thresholds=(
                AlertThresholds.from_dict(value) if isinstance(value := rest.pop("thresholds", UNSET), dict) else value
            ),
            filters=(
                [Filter.from_dict(value_item) if isinstance(value_item, dict) else value_item for value_item in value]
                if isinstance(value := rest.pop("filters", UNSET), list)
                else value
            ),
            projections=rest.pop("projections", UNSET),
            notification_details=(
                AlertNotificationDetails.from_dict(value)
                if isinstance(value := rest.pop("notification_details", UNSET), dict)
                else value
            ),
            description=rest.pop("description", UNSET),
            minimum_sample_size=rest.pop("minimum_sample_size", UNSET),
            alert_type=rest.pop("alert_type", UNSET),
            aggregation=rest.pop("aggregation", UNSET),
            status=rest.pop("status", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
