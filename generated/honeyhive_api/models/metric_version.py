# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.stored_metric import StoredMetric


@_define
class MetricVersion:
    """One version of a metric."""

    name: str
    """The name of the version."""
    full_sha: str
    """The hash of its content."""
    message: str
    """What is new in it."""
    date: str
    """When it was made."""
    deployed: bool
    """Whether it is the one in use."""
    content: StoredMetric
    """A metric as it is stored, without its id."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.name, Unset):
            found["name"] = self.name
        if not isinstance(self.full_sha, Unset):
            found["full_sha"] = self.full_sha
        if not isinstance(self.message, Unset):
            found["message"] = self.message
        if not isinstance(self.date, Unset):
            found["date"] = self.date
        if not isinstance(self.deployed, Unset):
            found["deployed"] = self.deployed
        if not isinstance(self.content, Unset):
            found["content"] = plain(self.content)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.stored_metric import StoredMetric

        rest = dict(source)
        model = cls(
            name=rest.pop("name", UNSET),
            full_sha=rest.pop("full_sha", UNSET),
            message=rest.pop("message", UNSET),
            date=rest.pop("date", UNSET),
            deployed=rest.pop("deployed", UNSET),
            content=(StoredMetric.from_dict(value) if isinstance(value := rest.pop("content", UNSET), dict) else value),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
