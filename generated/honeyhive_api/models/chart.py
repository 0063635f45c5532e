# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.chart_filter import ChartFilter


@_define
class Chart:
    """A stored chart."""

    id: str
    """The id of the chart."""
    name: str
    """The name of the chart."""
    description: None | str
    """What it shows."""
    metric: str
    """The metric that it plots."""
    func: None | str
    """How the values of a step become one."""
    group_by: None | str
    """The field whose values get a line each."""
    bucketing: str
    """How long a step is, as in `day`."""
    date_range: dict[str, Any] | None
    """The range of time: `relative`, or `$gte` and `$lte`."""
    query: list[ChartFilter] | None
    """The conditions on the events."""
    owner_id: None | str
    """The id of the user whose chart it is."""
    is_active: bool
    """False once it is deleted."""
    created_at: str
    """When it was created."""
    updated_at: None | str
    """When it was last changed."""
    owner_profile: dict[str, Any] | None | Unset = UNSET
    """What is known about that user."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.id, Unset):
            found["id"] = self.id
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.description, Unset):
            found["description"] = self.description
        if not isinstance(self.metric, Unset):
            found["metric"] = self.metric
        if not isinstance(self.func, Unset):
            found["func"] = self.func
        if not isinstance(self.group_by, Unset):
            found["groupBy"] = self.group_by
        if not isinstance(self.bucketing, Unset):
            found["bucketing"] = self.bucketing
        if not isinstance(self.date_range, Unset):
            found["dateRange"] = self.date_range
        if not isinstance(self.query, Unset):
            found["query"] = plain(self.query)
        if not isinstance(self.owner_id, Unset):
            found["owner_id"] = self.owner_id
        if not isinstance(self.is_active, Unset):
            found["is_active"] = self.is_active
        if not isinstance(self.created_at, Unset):
            found["created_at"] = self.created_at
        if not isinstance(self.updated_at, Unset):
            found["updated_at"] = self.updated_at
        if not isinstance(self.owner_profile, Unset):
            found["owner_profile"] = self.owner_profile
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.chart_filter import ChartFilter

        rest = dict(source)
        model = cls(
            id=rest.pop("id", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            metric=rest.pop("metric", UNSET),
            func=rest.pop("func", UNSET),
            group_by=rest.pop("groupBy", UNSET),
            bucketing=rest.pop("bucketing", UNSET),
            date_range=rest.pop("dateRange", UNSET),
            query=(
                [
                    ChartFilter.from_dict(value_item) if isinstance(value_item, dict) else value_item
                    for value_item in value
                ]
                if isinstance(value := rest.pop("query", UNSET), list)
                else value
            ),
            owner_id=rest.pop("owner_id", UNSET),
            is_active=rest.pop("is_active", UNSET),
            created_at=rest.pop("created_at", UNSET),
            updated_at=rest.pop("updated_at", UNSET),
            owner_profile=rest.pop("owner_profile", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
