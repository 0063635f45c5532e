# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.datapoint_mapping import DatapointMapping
    from ..models.event_date_range import EventDateRange


@_define
class CreateDatapointBatchRequest:
    """Which events to make datapoints of."""

    filters: list[Any] | dict[str, Any] | Unset = UNSET
    """The conditions that the events have to meet, as one object or a list of them."""
    date_range: EventDateRange | Unset = UNSET
    """A range of time as text; either end may be left out."""
    check_state: dict[str, bool] | Unset = UNSET
    """Whether an event is chosen, by its id."""
    select_all: bool | Unset = UNSET
    """Whether every event is chosen that meets the filters."""
    dataset_id: str | Unset = UNSET
    """The id of the dataset that is to hold the datapoints."""
    events: list[str] | Unset = UNSET
    """The ids of the events."""
    mapping: DatapointMapping | Unset = UNSET
    """Which keys of the source become which part of a datapoint."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.filters, Unset):
            found["filters"] = self.filters
        if not isinstance(self.date_range, Unset):
            found["dateRange"] = plain(self.date_range)
        if not isinstance(self.check_state, Unset):
            found["checkState"] = self.check_state
        if not isinstance(self.select_all, Unset):
            found["selectAll"] = self.select_all
        if not isinstance(self.dataset_id, Unset):
            found["dataset_id"] = self.dataset_id
        if not isinstance(self.events, Unset):
            found["events"] = self.events
        if not isinstance(self.mapping, Unset):
            found["mapping"] = plain(self.mapping)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.datapoint_mapping import DatapointMapping
        from ..models.event_date_range import EventDateRange

        rest = dict(source)
        model = cls(
            filters=rest.pop("filters", UNSET),
            date_range=(
                EventDateRange.from_dict(value) if isinstance(value := rest.pop("dateRange", UNSET), dict) else value
            ),
            check_state=rest.pop("checkState", UNSET),
            select_all=rest.pop("selectAll", UNSET),
            dataset_id=rest.pop("dataset_id", UNSET),
            events=rest.pop("events", UNSET),
            mapping=(
                DatapointMapping.from_dict(value) if isinstance(value := rest.pop("mapping", UNSET), dict) else value
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
