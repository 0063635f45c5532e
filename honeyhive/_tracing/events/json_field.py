"""Settable fields of sessions and events."""

from typing import TYPE_CHECKING, Any

from .event_fields import warn_of_late_value
from .kept_steps import keep_value

if TYPE_CHECKING:
    from .base_span import Span


class JsonField:
    """A settable field of an event. Setting takes a snapshot; reading returns a copy that may be changed in place."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, span: "Span | None", owner: type) -> Any:
        try:
            return self if span is None else span._editable(self._name)
        except RecursionError:
            return {}

    def __set__(self, span: "Span", value: Any) -> None:
        try:
            if span._is_ended:
                warn_of_late_value(self._name)
            span._freeze(self._name, value)
            if span._is_kept:
                keep_value(span, self._name)
        except RecursionError:
            span.notes.append(f"{self._name}: left out, set at the recursion limit")
