"""The events of one row, collected while it runs, for evaluators with a parameter ``trace``."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any


class Trace(list[dict[str, Any]]):
    """The events of a row as dicts in order of their start, as stored (after masking)."""

    def __init__(self, events: Iterable[dict[str, Any]], duration: float | None) -> None:
        super().__init__(sorted(events, key=lambda event: event.get("start_time") or 0))
        self.duration: float | None = duration
        """Milliseconds that the function took; None if unknown."""

    def of_type(self, event_type: str) -> list[dict[str, Any]]:
        """Return the events of a type: model, tool or chain."""
        return [event for event in self if event.get("event_type") == event_type]

    @property
    def tool_names(self) -> list[str]:
        """Names of the tool events, in order."""
        return [event["event_name"] for event in self.of_type("tool")]

    def total(self, field: str) -> float:
        """Return the sum of a metadata field, such as ``total_tokens`` or ``cost``, over the model events."""
        values = [(event.get("metadata") or {}).get(field) for event in self.of_type("model")]
        return sum(value for value in values if isinstance(value, int | float))


class TraceRecorder:
    """Keeps the encoded events of a row, and passes each event on to the journal."""

    def __init__(self, keep: Callable[[bytes], None]) -> None:
        self._keep = keep
        self._bodies: list[bytes] = []

    def add(self, body: bytes) -> None:
        """Keep an event. Any thread may call this method."""
        self._bodies.append(body)
        self._keep(body)

    def trace(self, duration: float | None) -> Trace:
        """Return the events so far. Of several events with the same id, only the last one is returned."""
        events = {event["event_id"]: event for event in map(json.loads, [*self._bodies])}
        return Trace(without_session(events.values()), duration)


def without_session(events: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the events without the session itself."""
    return [dict(event) for event in events if event.get("event_type") != "session"]
