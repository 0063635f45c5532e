# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.export_date_range import ExportDateRange
    from ..models.filter_ import Filter


@_define
class ExportEventsRequest:
    """Which events to export, and which page of them."""

    filters: list[Filter] | Unset = UNSET
    """The conditions that an event has to meet, all of them."""
    date_range: ExportDateRange | Unset = UNSET
    """A range of time; both ends belong to it."""
    projections: list[str] | Unset = UNSET
    """The fields to return; all of them when left out."""
    limit: int | Unset = UNSET
    """How many events a page holds, at most 7500; 1000 when left out."""
    page: int | Unset = UNSET
    """Which page, counted from 1."""
    ignore_order: bool | Unset = UNSET
    """Whether the order may be given up for speed."""
    evaluation_id: str | Unset = UNSET
    """Only events of this experiment run."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.filters, Unset):
            found["filters"] = plain(self.filters)
        if not isinstance(self.date_range, Unset):
            found["dateRange"] = plain(self.date_range)
        if not isinstance(self.projections, Unset):
            found["projections"] = self.projections
        if not isinstance(self.limit, Unset):
            found["limit"] = self.limit
        if not isinstance(self.page, Unset):
            found["page"] = self.page
        if not isinstance(self.ignore_order, Unset):
            found["ignore_order"] = self.ignore_order
        if not isinstance(self.evaluation_id, Unset):
            found["evaluation_id"] = self.evaluation_id
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.export_date_range import ExportDateRange
        from ..models.filter_ import Filter

        rest = dict(source)
        model = cls(
            filters=(
                [Filter.from_dict(value_item) if isinstance(value_item, dict) else value_item for value_item in value]
                if isinstance(value := rest.pop("filters", UNSET), list)
                else value
            ),
            date_range=(
                ExportDateRange.from_dict(value) if isinstance(value := rest.pop("dateRange", UNSET), dict) else value
            ),
            projections=rest.pop("projections", UNSET),
            limit=rest.pop("limit", UNSET),
            page=rest.pop("page", UNSET),
            ignore_order=rest.pop("ignore_order", UNSET),
            evaluation_id=rest.pop("evaluation_id", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
