# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Unset, plain

if TYPE_CHECKING:
    from ..models.judged_event import JudgedEvent
    from ..models.runnable_metric import RunnableMetric


@_define
class RunMetricRequest:
    """A metric to try, and an event to try it on."""

    metric: RunnableMetric
    """A metric to try."""
    event: JudgedEvent
    """The event that a metric is tried on. More keys may be sent."""
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    """The keys that the document does not name."""

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is UNSET."""
        found: dict[str, Any] = dict(self.additional_properties)
        if not isinstance(self.metric, Unset):
            found["metric"] = plain(self.metric)
        if not isinstance(self.event, Unset):
            found["event"] = plain(self.event)
        return found

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """The model of an object of JSON; what it lacks is UNSET, what it adds is in additional_properties."""
        from ..models.judged_event import JudgedEvent
        from ..models.runnable_metric import RunnableMetric

        rest = dict(source)
        model = cls(
            metric=(RunnableMetric.from_dict(value) if isinstance(value := rest.pop("metric", UNSET), dict) else value),
            event=(JudgedEvent.from_dict(value) if isinstance(value := rest.pop("event", UNSET), dict) else value),
        )
        model.additional_properties = rest
        return model

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
