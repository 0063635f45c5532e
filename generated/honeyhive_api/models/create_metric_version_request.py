# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.metric_definition import MetricDefinition


@_define
class CreateMetricVersionRequest:
    """A version to add to a metric."""

    message: str
    """What is new in it."""
    content: MetricDefinition
    """A metric as it is sent whole."""
    deploy_immediately: bool | Unset = UNSET
    """Whether it is in use at once."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.message, Unset):
            found["message"] = self.message
        if not isinstance(self.content, Unset):
            found["content"] = plain(self.content)
        if not isinstance(self.deploy_immediately, Unset):
            found["deploy_immediately"] = self.deploy_immediately
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.metric_definition import MetricDefinition

        rest = dict(source)
        model = cls(
            message=rest.pop("message", UNSET),
            content=(
                MetricDefinition.from_dict(value) if isinstance(value := rest.pop("content", UNSET), dict) else value
            ),
            deploy_immediately=rest.pop("deploy_immediately", UNSET),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
