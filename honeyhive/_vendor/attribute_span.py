"""The span that the blocks of a HoneyHiveTracer yield: its attributes become fields of the event."""

from collections.abc import Mapping
from time import time
from types import TracebackType
from typing import Any, Final

from .._semconv.apply import event_type_of, take_attributes
from .._tracing.events.event import Event
from .._tracing.events.event_fields import OBJECT_KEYS

_TYPES: Final = ("honeyhive_event_type", "honeyhive.event_type")


class AttributeSpan:
    """A step of a session, with the methods of an OpenTelemetry span that programs use."""

    def __init__(self, event: Event, attributes: Mapping[str, Any] | None = None) -> None:
        self._event = event
        self._attributes = as_fields(attributes, "attributes")
        self._events: list[dict[str, Any]] = []

    def set_attribute(self, key: str, value: Any) -> None:
        """Set an attribute. Known attributes, such as ``honeyhive_inputs.question``, become fields of the event."""
        self._attributes[key] = value

    def set_attributes(self, attributes: Mapping[str, Any]) -> None:
        """Set several attributes."""
        self._attributes.update(as_fields(attributes, "attributes"))

    def add_event(self, name: str, attributes: Mapping[str, Any] | None = None, timestamp: int | None = None) -> None:
        """Add a span event, kept in the metadata. ``timestamp`` is in Unix nanoseconds."""
        moment = time() * 1000 if timestamp is None else timestamp / 1_000_000
        self._events.append({"name": name, "time": moment, "attributes": as_fields(attributes, "attributes")})

    def record_exception(self, exception: BaseException, attributes: Any = None) -> None:  # noqa: ARG002 - of OTel
        """Set the error of the event."""
        self._event.error = exception

    def set_status(self, status: Any, description: str | None = None) -> None:  # noqa: ARG002 - of OTel
        """Set the error of the event if there is a description."""
        if description:
            self._event.error = description

    def update_name(self, name: str) -> None:
        """Rename the event."""
        self._event.update(name=name)

    def is_recording(self) -> bool:
        """Return True until the block ends."""
        return not self._event.is_ended

    def apply(self) -> None:
        """Write the attributes into the event."""
        if self._events:
            self._event.update(metadata={"span_events": self._events})
        if not self._attributes:
            return
        found: dict[str, Any] = {name: {} for name in OBJECT_KEYS}
        rest = take_attributes(found, self._attributes)
        for name in _TYPES:
            if rest.pop(name, None) is not None:
                self._event.type = self._event.tracer.type_of(_type_of(self._attributes))
        found["metadata"] = {**rest, **found["metadata"]}
        self._event.update(name=found.get("event_name"), **{name: found[name] for name in OBJECT_KEYS if found[name]})


class SpanBlock:
    """Context manager that yields the span of a new event, and ends the event with the block."""

    def __init__(self, event: Event, attributes: Mapping[str, Any] | None) -> None:
        self._event = event
        self._span = AttributeSpan(event, attributes)

    def __enter__(self) -> AttributeSpan:
        self._event.__enter__()
        return self._span

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._event.tracer.guarded:
            self._span.apply()
        self._event.__exit__(kind, error, trace)


def as_fields(given: Any, name: str) -> dict[str, Any]:
    """Return a copy of a dict. Put any other value into a dict under ``name``, because recording must not raise."""
    if given is None or isinstance(given, Mapping):
        return dict(given or {})
    return {name: given}


def _type_of(attributes: Mapping[str, Any]) -> str:
    # The mapping treats "tool" as a default that other attributes override, but here the program chose it.
    chosen = next((attributes[name] for name in _TYPES if name in attributes), None)
    return "tool" if chosen == "tool" else event_type_of(attributes)
