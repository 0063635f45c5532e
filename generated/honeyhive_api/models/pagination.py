# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset


@_define
class Pagination:
    """Where a page stands among all of them."""

    page: int
    """The page, counted from 1."""
    limit: int
    """How many items a page holds."""
    total: int
    """How many items were found."""
    total_unfiltered: int
    """How many items there are without any filter."""
    total_pages: int
    """How many pages there are."""
    has_next: bool
    """Whether another page follows."""
    has_prev: bool
    """Whether a page comes before."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.page, Unset):
            found["page"] = self.page
        if not isinstance(self.limit, Unset):
            found["limit"] = self.limit
        if not isinstance(self.total, Unset):
            found["total"] = self.total
        if not isinstance(self.total_unfiltered, Unset):
            found["total_unfiltered"] = self.total_unfiltered
        if not isinstance(self.total_pages, Unset):
            found["total_pages"] = self.total_pages
        if not isinstance(self.has_next, Unset):
            found["has_next"] = self.has_next
        if not isinstance(self.has_prev, Unset):
            found["has_prev"] = self.has_prev
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""

        rest = dict(source)
        model = cls(
            page=rest.pop("page", UNSET),
            limit=rest.pop("limit", UNSET),
            total=rest.pop("total", UNSET),
            total_unfiltered=rest.pop("total_unfiltered", UNSET),
            total_pages=rest.pop("total_pages", UNSET),
            has_next=rest.pop("has_next", UNSET),
            has_prev=rest.pop("has_prev", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
