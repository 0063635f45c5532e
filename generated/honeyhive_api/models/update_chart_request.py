# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..models.chart_bucketing import ChartBucketing
from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.chart_date_range import ChartDateRange
    from ..models.chart_filter import ChartFilter


@_define
class UpdateChartRequest:
    """What changes in a chart. Keys that are left out stay as they are."""

    name: str | Unset = UNSET
    """The name of the chart."""
    metric: str | Unset = UNSET
    """The metric to plot."""
    description: str | Unset = UNSET
    """What it shows."""
    func: str | Unset = UNSET
    """How the values of a step become one, as in `sum`, `avg`, `median`, `min` or `max`."""
    group_by: None | str | Unset = UNSET
    """The field whose values get a line each."""
    bucketing: ChartBucketing | Unset = UNSET
    """How long a step of a chart is."""
    date_range: ChartDateRange | Unset = UNSET
    """The range of time of a chart: one that has a name, or one with both ends."""
    query: list[ChartFilter] | Unset = UNSET
    """The conditions that an event has to meet, all of them."""
    owner_id: str | Unset = UNSET
    """The id of the user whose chart it is."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.metric, Unset):
            found["metric"] = self.metric
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.func, Unset):
            found["func"] = self.func
        if not isinstance(self.group_by, Unset):
            found["groupBy"] = self.group_by
        if not isinstance(self.bucketing, Unset):
            found["bucketing"] = self.bucketing
        if not isinstance(self.date_range, Unset):
            found["dateRange"] = plain(self.date_range)
        if not isinstance(self.query, Unset):
            found["query"] = plain(self.query)
        if not isinstance(self.owner_id, Unset):
            found["owner_id"] = self.owner_id
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.chart_date_range import ChartDateRange
        from ..models.chart_filter import ChartFilter

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            metric=rest.pop("metric", UNSET),
            description=rest.pop("description", UNSET),
            func=rest.pop("func", UNSET),
            group_by=rest.pop("groupBy", UNSET),
            bucketing=rest.pop("bucketing", UNSET),
            date_range=(
                ChartDateRange.from_dict(value) if isinstance(value := rest.pop("dateRange", UNSET), dict) else value
            ),
            query=(
                [
                    ChartFilter.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("query", UNSET), list)
                else value
            ),
            owner_id=rest.pop("owner_id", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
