"""Inputs and outputs for a session that has none of its own, taken from the events directly in the session."""

from collections.abc import Callable, Mapping
from typing import Any

from ..delivery.records import LazyRecord


class RootEvent:
    """The inputs of the first event directly in a session, and the outputs of the last one to end, as JSON.

    The session start is encoded only at delivery, so that it includes the inputs of an event that began in the
    meantime: the service ignores inputs that are sent with the end of a session.
    """

    __slots__ = ("_first", "_has_started", "_inputs", "_last", "_outputs")

    def __init__(self) -> None:
        self._inputs: bytes | None = None
        self._outputs: bytes | None = None
        self._has_started = False
        # Each function returns the fields of a span as JSON, and is called when they are needed.
        self._first: Callable[[], Mapping[str, bytes]] | None = None
        self._last: Callable[[], Mapping[str, bytes]] | None = None

    def start_record(self, session_id: str, size: int, make: Callable[[bytes | None], bytes]) -> LazyRecord:
        """Return the record of a session start. ``make`` gets the inputs or None, and returns the JSON."""

        def body() -> bytes:
            if self._inputs is None and self._first is not None:
                self.began(self._first())
            inputs, self._has_started = self._inputs, True
            text = make(inputs)
            if inputs is not None:
                self._inputs = b""
            return text

        return LazyRecord("start", session_id, session_id, size, body)

    def began(self, fields: Mapping[str, bytes]) -> None:
        """Take the inputs of an event directly in the session, unless the session has inputs."""
        if self._inputs is None:
            self._inputs = fields.get("inputs")

    def ended(self, fields: Mapping[str, bytes]) -> None:
        """Take the outputs of an event directly in the session, and its inputs if they were set since it began."""
        self.began(fields)
        self._outputs = fields.get("outputs") or self._outputs

    def span_began(self, read: Callable[[], Mapping[str, bytes]]) -> None:
        """Remember the first span directly in the session, for its inputs. ``read`` returns its fields as JSON."""
        self._first = self._first or read

    def span_ended(self, read: Callable[[], Mapping[str, bytes]]) -> None:
        """Remember the latest span directly in the session to end, for its outputs. ``read`` returns its fields."""
        self._last = read

    def take(self) -> dict[str, Any]:
        """Return and forget the outputs, and inputs that came too late for the session start, as JSON by field."""
        if self._first is not None:
            self.began(self._first())
        if self._last is not None:
            self._outputs = self._outputs or self._last().get("outputs")
        found = {"inputs": self._inputs if self._has_started else None, "outputs": self._outputs}
        self._first = self._last = self._outputs = None
        return {name: text for name, text in found.items() if text}
