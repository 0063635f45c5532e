"""Inputs and outputs that a session takes from the events directly in it, where it has none of its own."""

from collections.abc import Callable, Mapping
from typing import Any

from ..delivery.records import LazyRecord


class RootEvent:
    """The inputs of the first event directly in a session, and the outputs of the last one to end, as JSON.

    The start of the session is encoded when it is read for delivery, so that it has the inputs of an event that began
    in the meantime: the service ignores inputs in the change that ends a session.
    """

    __slots__ = ("_first", "_has_started", "_inputs", "_last", "_outputs")

    def __init__(self) -> None:
        self._inputs: bytes | None = None
        self._outputs: bytes | None = None
        self._has_started = False
        # Each returns the JSON of the fields of a span, which is read when the session ends.
        self._first: Callable[[], Mapping[str, bytes]] | None = None
        self._last: Callable[[], Mapping[str, bytes]] | None = None

    def start_record(self, session_id: str, size: int, make: Callable[[bytes | None], bytes]) -> LazyRecord:
        """Return the record of a session start, whose JSON ``make`` returns, given the inputs or None."""

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
        """Take the inputs of an event directly in the session, unless there are some."""
        if self._inputs is None:
            self._inputs = fields.get("inputs")

    def ended(self, fields: Mapping[str, bytes]) -> None:
        """Take the outputs of such an event, and the inputs that were set on it since it began."""
        self.began(fields)
        self._outputs = fields.get("outputs") or self._outputs

    def span_began(self, read: Callable[[], Mapping[str, bytes]]) -> None:
        """Take a span as an event; ``read`` returns the JSON of its fields as they are then."""
        self._first = self._first or read

    def span_ended(self, read: Callable[[], Mapping[str, bytes]]) -> None:
        """Take the outputs of such a span."""
        self._last = read

    def take(self) -> dict[str, Any]:
        """Return the JSON of the inputs that the start was sent without and of the outputs, and forget them."""
        if self._first is not None:
            self.began(self._first())
        if self._last is not None:
            self._outputs = self._outputs or self._last().get("outputs")
        found = {"inputs": self._inputs if self._has_started else None, "outputs": self._outputs}
        self._first = self._last = self._outputs = None
        return {name: text for name, text in found.items() if text}
